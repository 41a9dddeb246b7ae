package org.narrowgate.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.search.LogTimes;

/** The log's growth from PostgreSQL: its indices are dense, so what is between two of them need not be counted. */
@ApplicationScoped
class JdbcLogTimes implements LogTimes {
    private final DataSource database;

    JdbcLogTimes(DataSource database) {
        this.database = database;
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @Override
    public long size() {
        return asked(LogRows::size);
    }

    @Override
    public List<Long> appendedBetween(List<Instant> moments) {
        var firsts = asked(connection -> LogRows.firstSince(connection, moments, LogRows.size(connection)));
        var counts = new ArrayList<Long>();
        for (int i = 1; i < firsts.size(); i++) {
            counts.add(firsts.get(i) - firsts.get(i - 1));
        }
        return List.copyOf(counts);
    }

    @Override
    public List<Erasures> erasuresSince(Instant moment, ZoneId zone) {
        return asked(connection -> ErasureRows.since(connection, moment, zone));
    }

    private <T> T asked(Question<T> question) {
        try (var connection = database.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            // Without its message: a database's can quote values.
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }
}
