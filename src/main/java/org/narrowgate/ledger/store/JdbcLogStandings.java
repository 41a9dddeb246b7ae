package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.LogStanding;
import org.narrowgate.ledger.publication.LogStanding.Signer;
import org.narrowgate.ledger.publication.LogStanding.Witness;
import org.narrowgate.ledger.publication.LogStandings;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.Witnesses;

/** How the log fares, from PostgreSQL: the same whichever replica is asked, but for which one signs. */
public final class JdbcLogStandings implements LogStandings {
    private static final String NOW = "SELECT clock_timestamp()";
    private static final String APPENDED_AT = "SELECT appended_at FROM ledger_entry WHERE index = ?";

    private final DataSource database;
    private final LogKeys keys;
    private final Witnesses witnesses;
    private final BooleanSupplier signsHere;

    public JdbcLogStandings(DataSource database, LogKeys keys, Witnesses witnesses, BooleanSupplier signsHere) {
        this.database = database;
        this.keys = keys;
        this.witnesses = witnesses;
        this.signsHere = signsHere;
    }

    @Override
    public LogStanding now() {
        return Reading.of(database, this::standing);
    }

    private LogStanding standing(Connection connection) throws SQLException {
        // The checkpoint first: entries only grow, and none is behind it that is read later.
        var last = last(connection);
        long entries = TreeRows.entries(connection);
        long size = last.map(PublishedCheckpoint::size).orElse(0L);
        var each = new ArrayList<Witness>();
        for (var key : witnesses.keys()) {
            each.add(CosignatureRows.witness(connection, key));
        }
        return new LogStanding(
                now(connection),
                entries,
                size < entries ? appendedAt(connection, size) : Optional.empty(),
                last,
                signer(connection),
                SigningEvents.current(connection),
                keys.signingKeys(),
                keys.retired(),
                each,
                witnesses.needed());
    }

    private Signer signer(Connection connection) throws SQLException {
        if (signsHere.getAsBoolean()) {
            return Signer.THIS_REPLICA;
        }
        return IntegratorsSeat.isTaken(connection) ? Signer.ANOTHER_REPLICA : Signer.NOBODY;
    }

    private static Optional<PublishedCheckpoint> last(Connection connection) throws SQLException {
        try {
            return TreeRows.lastCheckpoint(connection);
        } catch (MalformedNoteException e) {
            throw new LedgerUnavailableException("a checkpoint in the database is none: " + e.getMessage());
        }
    }

    private static Optional<Instant> appendedAt(Connection connection, long index) throws SQLException {
        try (var statement = connection.prepareStatement(APPENDED_AT)) {
            statement.setLong(1, index);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NOW);
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
