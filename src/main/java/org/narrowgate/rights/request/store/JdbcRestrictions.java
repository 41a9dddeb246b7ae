package org.narrowgate.rights.request.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.narrowgate.disclosure.Footing;
import org.narrowgate.disclosure.Restrictions;
import org.narrowgate.disclosure.RestrictionsUnavailableException;
import org.narrowgate.policy.PurposeId;

/** Restrictions as rights cases make them: what was committed a moment ago holds. */
@ApplicationScoped
class JdbcRestrictions implements Restrictions {
    private static final String HELD = "SELECT FROM rights_case_subject s JOIN rights_case c ON c.id = s.rights_case"
            + " WHERE s.subject = ANY (?) AND c.held_until > ? AND (c.purpose IS NULL OR c.purpose = ANY (?)) LIMIT 1";

    private static final String HELD_BACK = """
            SELECT DISTINCT known.number FROM unnest(?::int[], ?::text[]) AS known (number, subject)
            JOIN rights_case_subject s ON s.subject = known.subject
            JOIN rights_case c ON c.id = s.rights_case
            WHERE c.held_until > ? AND (c.purpose IS NULL OR EXISTS (
              SELECT FROM unnest(?::int[], ?::text[]) AS yielding (number, purpose)
              WHERE yielding.number = known.number AND yielding.purpose = c.purpose))
            """;

    private final DataSource database;
    private final Clock clock;

    JdbcRestrictions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean hold(Set<String> knownAs, Set<PurposeId> purposes) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HELD)) {
            statement.setArray(1, connection.createArrayOf("text", knownAs.toArray()));
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", purposes.stream().map(PurposeId::value).toArray()));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            // Without its message: a database's can quote values.
            throw new RestrictionsUnavailableException("restrictions could not be read, state " + e.getSQLState());
        }
    }

    @Override
    public Set<Integer> heldBack(Connection connection, List<Footing> footings) throws SQLException {
        var places = new ArrayList<Integer>();
        var subjects = new ArrayList<String>();
        var placesOfPurposes = new ArrayList<Integer>();
        var purposes = new ArrayList<String>();
        for (int place = 0; place < footings.size(); place++) {
            for (var subject : footings.get(place).knownAs()) {
                places.add(place);
                subjects.add(subject);
            }
            for (var purpose : footings.get(place).yieldsTo()) {
                placesOfPurposes.add(place);
                purposes.add(purpose.value());
            }
        }
        try (var statement = connection.prepareStatement(HELD_BACK)) {
            statement.setArray(1, connection.createArrayOf("int4", places.toArray()));
            statement.setArray(2, connection.createArrayOf("text", subjects.toArray()));
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setArray(4, connection.createArrayOf("int4", placesOfPurposes.toArray()));
            statement.setArray(5, connection.createArrayOf("text", purposes.toArray()));
            var heldBack = new HashSet<Integer>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    heldBack.add(rows.getInt(1));
                }
            }
            return heldBack;
        }
    }
}
