package org.narrowgate.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Opening;
import org.narrowgate.ledger.Openings;

/** Openings from PostgreSQL. */
@ApplicationScoped
class JdbcOpenings implements Openings {
    private static final String SELECT = "SELECT index, appended_at, circumstances, circumstances_salt,"
            + " particulars_hash, leaf_hash FROM ledger_entry WHERE index = ?";

    private final DataSource database;

    JdbcOpenings(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Opening> at(long index) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, index);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(opening(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            // Without its message: a database's can quote values.
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6));
    }
}
