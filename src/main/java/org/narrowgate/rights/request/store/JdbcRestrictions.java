package org.narrowgate.rights.request.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.narrowgate.disclosure.Restrictions;
import org.narrowgate.disclosure.RestrictionsUnavailableException;
import org.narrowgate.policy.PurposeId;

/** Restrictions as rights cases make them: what was committed a moment ago holds. */
@ApplicationScoped
class JdbcRestrictions implements Restrictions {
    private static final String HELD = "SELECT FROM rights_case_subject s JOIN rights_case c ON c.id = s.rights_case"
            + " WHERE s.subject = ANY (?) AND c.held_until > ? AND (c.purpose IS NULL OR c.purpose = ANY (?)) LIMIT 1";

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
}
