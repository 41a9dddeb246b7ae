package org.narrowgate.registry.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.store.Columns.Source;

/**
 * The one statement that reads values at a replica. The views that it reads show nobody's protection, and none of what is
 * protected. A value is selected only where its field was named.
 */
final class ReplicaRows {
    private static final String PREVIOUS_FAMILY_NAMES = "array(select n.family from readable_name n"
            + " where n.person_id = p.id and n.family is not null and (n.starts_on is null or n.starts_on <= t.today)"
            + " and (n.use <> 'usual' or n.ends_on < t.today) and (u.family is null or u.family <> n.family)"
            + " order by n.place desc)";

    private ReplicaRows() {}

    /** Empty where the record is not there in this version. */
    static Optional<HeldDetails> read(Connection connection, RecordVersion version, Set<Field> fields, LocalDate today)
            throws SQLException {
        var ordered = fields.stream().sorted().toList();
        try (var statement = connection.prepareStatement(statement(ordered))) {
            statement.setObject(1, today);
            statement.setLong(2, version.person().value());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getLong(1) == version.number()
                        ? Optional.of(details(row, ordered))
                        : Optional.empty();
            }
        }
    }

    static String statement(List<Field> fields) {
        var columns = fields.stream().map(field -> ", " + column(field)).collect(joining());
        var joins = Columns.sources(fields).stream().map(ReplicaRows::joined).collect(joining());
        // Whatever is read is of one snapshot, in which the record is as its version says.
        return "select p.version" + columns + " from readable_person p cross join (select ?::date) as t (today)" + joins
                + " where p.id = ?";
    }

    private static HeldDetails details(ResultSet row, List<Field> fields) throws SQLException {
        var values = new EnumMap<Field, Object>(Field.class);
        List<String> previous = null;
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var value = Columns.value(row, i + 2, field);
            if (field == Field.PREVIOUS_FAMILY_NAMES) {
                previous = ((List<?>) Objects.requireNonNull(value))
                        .stream().map(String::valueOf).distinct().toList();
            } else if (value != null) {
                values.put(field, value);
            }
        }
        return HeldValues.details(values, previous);
    }

    private static String column(Field field) {
        return field == Field.PREVIOUS_FAMILY_NAMES ? PREVIOUS_FAMILY_NAMES : Columns.column(field);
    }

    private static String joined(Source source) {
        return switch (source) {
            case NAME ->
                " left join readable_name u on u.person_id = p.id and u.use = 'usual' and " + current("u")
                        + " and u.place = (select min(u2.place) from readable_name u2 where u2.person_id = p.id"
                        + " and u2.use = 'usual' and " + current("u2") + ")";
            case ADDRESS ->
                " left join readable_address a on a.person_id = p.id and " + current("a")
                        + " and a.place = (select min(a2.place) from readable_address a2 where a2.person_id = p.id and "
                        + current("a2") + ") and not exists (select from general_practice o"
                        + " where o.postcode_key = a.postcode_key"
                        + " and (o.premises_key = a.premises_key or o.name_key = a.name_key))";
            case REGISTRATION ->
                " left join readable_registration r on r.person_id = p.id and " + current("r")
                        + " and r.place = (select min(r2.place) from readable_registration r2 where r2.person_id = p.id and "
                        + current("r2") + ")";
            case PRACTICE -> " left join general_practice g on g.ods_code = r.ods_code";
        };
    }

    private static String current(String alias) {
        return "(%1$s.starts_on is null or %1$s.starts_on <= t.today) and (%1$s.ends_on is null or %1$s.ends_on >= t.today)"
                .formatted(alias);
    }
}
