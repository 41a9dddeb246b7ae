package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.publication.LogStanding.Refusal;

/** When signing was refused and when it went on, for every replica to read. */
final class SigningEvents {
    private static final String ADD = "INSERT INTO ledger_signing_event (at, refusal) SELECT clock_timestamp(), ?::text"
            + " WHERE (SELECT refusal FROM ledger_signing_event ORDER BY id DESC LIMIT 1) IS DISTINCT FROM ?::text";
    private static final String LAST = "SELECT at, refusal FROM ledger_signing_event ORDER BY id DESC LIMIT 1";

    private SigningEvents() {}

    /** Writes down what is no longer as it was; nothing where it is. */
    static void note(Connection connection, @Nullable String refusal) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, refusal);
            statement.setString(2, refusal);
            statement.executeUpdate();
        }
    }

    static Optional<Refusal> current(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LAST);
                var row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            var since = row.getObject(1, OffsetDateTime.class).toInstant();
            return Optional.ofNullable(row.getString(2)).map(reason -> new Refusal(since, reason));
        }
    }
}
