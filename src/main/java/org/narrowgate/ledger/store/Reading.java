package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.publication.LostFromLogException;

/** Something to be read on a connection of its own. */
@FunctionalInterface
interface Reading<T> {
    T on(Connection connection) throws SQLException;

    /**
     * Throws {@link LostFromLogException} where rows are missing that must be there.
     *
     * @throws LedgerUnavailableException where it cannot be read; without the database's message
     */
    static <T> T of(DataSource database, Reading<T> reading) {
        try (var connection = database.getConnection()) {
            return reading.on(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        } catch (MissingHashesException e) {
            throw new LostFromLogException(String.valueOf(e.getMessage()));
        }
    }
}
