package org.narrowgate.registry.store;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.store.Columns.Source;
import org.narrowgate.subject.Subject;

/**
 * The SQL of the registry. Conditions may look at keys, periods and protection; a value is selected only where its
 * field was named. What depends on the day takes it first, once, as {@code now.today}.
 */
final class Statements {
    private static final String USUAL_NAME_TODAY = """
            u.person_id = p.id and u.use = 'usual' and %s and u.place = (
              select min(u2.place) from person_name u2 where u2.person_id = p.id and u2.use = 'usual' and %s)
            """.formatted(current("u"), current("u2"));

    private static final String HOME_TODAY = """
            a.person_id = p.id and %s and a.place = (
              select min(a2.place) from person_address a2 where a2.person_id = p.id and %s)
            """.formatted(current("a"), current("a2"));

    private static final String REGISTRATION_TODAY = """
            r.person_id = p.id and %s and r.place = (
              select min(r2.place) from registration r2 where r2.person_id = p.id and %s)
            """.formatted(current("r"), current("r2"));

    /** Given to keep a home off the record; compared here so that no address has to be fetched for it. */
    private static final String PRACTICE_ADDRESS = """
            exists (select from general_practice o where o.postcode_key = a.postcode_key
              and (o.premises_key = a.premises_key or o.name_key = a.name_key))
            """;

    private static final String TRACEABLE = "p.protection <> 'V' and p.superseded_by is null and not p.invalidated";

    /** Previous names: old and maiden ones, and usual ones that have ended. */
    private static final String FAMILY_NAME_HELD = "(n.starts_on is null or n.starts_on <= now.today)";

    private static final String ON_A_DAY = " cross join (select cast(? as date) as today) as now";

    // Whether other records lead here: few do, and only then is it worth asking which.
    private static final String RECORD_COLUMNS = "p.id, p.nhs_number, p.protection, p.deceased, p.superseded_by,"
            + " p.invalidated, exists (select from person q where q.superseded_by = p.nhs_number), p.xmin::text::bigint";

    private static final String RECORD = "select " + RECORD_COLUMNS + " from person p where ";

    static final String RECORD_BY_KEY = RECORD + "p.id = ?";

    static final String RECORD_BY_NHS_NUMBER = RECORD + "p.nhs_number = ?";

    static final String BIRTH_DATE = "select p.birth_date from person p where p.id = ? and p.birth_date is not null";

    /** First along the mergers to the last record, then back along all that lead to it. Cycles end. */
    static final String NUMBERS_OF = """
            with recursive later (nhs_number) as (
              select cast(? as text)
              union select p.superseded_by from person p join later on p.nhs_number = later.nhs_number
              where p.superseded_by is not null),
            numbers (nhs_number) as (
              select nhs_number from later
              union select p.nhs_number from person p join numbers on p.superseded_by = numbers.nhs_number)
            select nhs_number from numbers
            """;

    static final String BORN_ON = "select from person p where p.id = ? and p.birth_date = ?";

    static final String LIVES_AT_A_PRACTICE = "select from person p" + ON_A_DAY + " join person_address a on "
            + HOME_TODAY + " where " + PRACTICE_ADDRESS + " and p.id = ?";

    static final String PREVIOUS_FAMILY_NAMES = """
            select n.family from person p%s
            left join person_name u on %s
            left join person_name n on n.person_id = p.id and n.family is not null and %s
              and (n.use <> 'usual' or n.ends_on < now.today) and (u.family is null or u.family <> n.family)
            where p.id = ? and %s
            order by n.place desc
            """.formatted(ON_A_DAY, USUAL_NAME_TODAY, FAMILY_NAME_HELD, TRACEABLE);

    private Statements() {}

    /**
     * Selects whoever matches all details given, as {@link #RECORD_BY_KEY} does. Takes the day, family name and birth
     * date, then of gender, given name and postcode those that are given.
     */
    static String search(Subject.ByDetails details) {
        var statement = new StringBuilder("""
                select distinct %s from person_name n join person p on p.id = n.person_id%s
                where n.family_key = ? and n.born_on = ? and %s
                  and p.superseded_by is null and not p.invalidated
                """.formatted(RECORD_COLUMNS, ON_A_DAY, FAMILY_NAME_HELD));
        if (details.gender().isPresent()) {
            statement.append(" and p.gender = ?");
        }
        if (details.givenName().isPresent()) {
            statement
                    .append(" and exists (select from person_name u where ")
                    .append(USUAL_NAME_TODAY)
                    .append(" and ? in (u.first_given_key, u.all_given_key))");
        }
        if (details.postcode().isPresent()) {
            // Where protected people live must not change an answer: with a postcode they are no candidates at all.
            statement
                    .append(" and p.protection = 'U' and exists (select from person_address a where ")
                    .append(HOME_TODAY)
                    .append(" and a.postcode_key = ? and not ")
                    .append(PRACTICE_ADDRESS)
                    .append(")");
        }
        return statement.append(" limit 2").toString();
    }

    /**
     * Selects the key, then the columns behind these fields in their order; what is protected is not joined. Takes the
     * day where it {@link #dependsOnTheDay}, then the key.
     */
    static String read(List<Field> fields) {
        var columns = fields.stream().map(field -> ", " + Columns.column(field)).collect(joining());
        var joins = Columns.sources(fields).stream()
                .map(source -> " left join " + joined(source))
                .collect(joining());
        return "select p.id" + columns + " from person p" + (dependsOnTheDay(fields) ? ON_A_DAY : "") + joins
                + " where p.id = ? and " + TRACEABLE;
    }

    static boolean dependsOnTheDay(List<Field> fields) {
        return !Columns.sources(fields).isEmpty();
    }

    private static String joined(Source source) {
        return switch (source) {
            case NAME -> "person_name u on " + USUAL_NAME_TODAY;
            case ADDRESS -> "person_address a on p.protection = 'U' and " + HOME_TODAY + " and not " + PRACTICE_ADDRESS;
            case REGISTRATION -> "registration r on p.protection = 'U' and " + REGISTRATION_TODAY;
            case PRACTICE -> "general_practice g on g.ods_code = r.ods_code";
        };
    }

    private static String current(String alias) {
        return "(%1$s.starts_on is null or %1$s.starts_on <= now.today) and (%1$s.ends_on is null or %1$s.ends_on >= now.today)"
                .formatted(alias);
    }
}
