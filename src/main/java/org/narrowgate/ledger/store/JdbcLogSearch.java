package org.narrowgate.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.search.Findings;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.FoundEntry.Particulars;
import org.narrowgate.ledger.search.LogQuestion;
import org.narrowgate.ledger.search.LogSearch;
import org.narrowgate.ledger.search.OpenCircumstances;

/**
 * The log as PostgreSQL answers it. It compares bytes and parses nothing, so that an entry somebody broke stops no
 * search; what JSON says is looked at here.
 */
@ApplicationScoped
class JdbcLogSearch implements LogSearch {
    private static final String SELECT = "SELECT e.index, e.appended_at, e.circumstances, e.leaf_hash,"
            + " p.index IS NOT NULL FROM (SELECT * FROM ledger_entry WHERE index < ? AND index >= ?";
    private static final String SAYS = " AND position(?::bytea IN circumstances) > 0";
    private static final String NEWEST =
            " ORDER BY index DESC LIMIT ?) e LEFT JOIN ledger_particulars p USING (index)" + " ORDER BY e.index DESC";
    private static final String ONE = "SELECT e.index, e.appended_at, e.circumstances, e.leaf_hash,"
            + " p.index IS NOT NULL, e.circumstances_salt, e.particulars_hash"
            + " FROM ledger_entry e LEFT JOIN ledger_particulars p USING (index) WHERE e.index = ?";
    // Less than the connection waits (socketTimeout): a search that takes long must not cost the connection.
    private static final int SECONDS = 4;
    // A clock that was put back by more than this would have to be searched for without a period.
    private static final Duration CLOCKS_STEP = Duration.ofHours(1);

    private final DataSource database;

    JdbcLogSearch(DataSource database) {
        this.database = database;
    }

    @Override
    public Findings find(LogQuestion question, OptionalLong before, Bounds bounds) {
        try (var connection = database.getConnection()) {
            var size = LogRows.size(connection);
            var lowest = first(connection, question.from().map(from -> from.minus(CLOCKS_STEP)), size)
                    .orElse(0L);
            var end = first(connection, question.until().map(until -> until.plus(CLOCKS_STEP)), size)
                    .orElse(size);
            return find(connection, question, new Range(lowest, Math.min(end, before.orElse(size))), bounds);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<OpenCircumstances> entry(long index) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ONE)) {
            statement.setLong(1, index);
            statement.setQueryTimeout(SECONDS);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(opened(connection, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** From an index upwards to below another. */
    private record Range(long lowest, long end) {}

    private static Optional<Long> first(Connection connection, Optional<Instant> moment, long size)
            throws SQLException {
        return moment.isEmpty()
                ? Optional.empty()
                : Optional.of(LogRows.firstSince(connection, List.of(moment.get()), size)
                        .getFirst());
    }

    private static Findings find(Connection connection, LogQuestion question, Range range, Bounds bounds)
            throws SQLException {
        if (range.end() <= range.lowest()) {
            return Findings.nothing();
        }
        var found = new ArrayList<FoundEntry>();
        var oldest = Math.max(range.lowest(), range.end() - bounds.looked());
        var reached = range.end();
        while (reached > oldest && found.size() < bounds.found()) {
            var most = bounds.found() - found.size();
            var rows = rows(connection, question.marks(), new Range(oldest, reached), most);
            rows.stream().filter(question::isMetBy).forEach(found::add);
            reached = rows.size() < most ? oldest : rows.getLast().index();
        }
        return new Findings(
                found,
                Optional.of(new Findings.Stretch(range.end() - 1, reached)),
                reached > range.lowest() ? OptionalLong.of(reached) : OptionalLong.empty());
    }

    private static List<FoundEntry> rows(Connection connection, List<String> marks, Range range, int most)
            throws SQLException {
        var sql = SELECT + marks.stream().map(mark -> SAYS).collect(joining()) + NEWEST;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS);
            statement.setLong(1, range.end());
            statement.setLong(2, range.lowest());
            for (int i = 0; i < marks.size(); i++) {
                statement.setBytes(3 + i, marks.get(i).getBytes(UTF_8));
            }
            statement.setInt(3 + marks.size(), most);
            var found = new ArrayList<FoundEntry>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(found(row));
                }
            }
            return found;
        }
    }

    private static FoundEntry found(ResultSet row) throws SQLException {
        return new FoundEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBytes(3),
                row.getBytes(4),
                row.getBoolean(5) ? Particulars.KEPT : Particulars.GONE);
    }

    private static OpenCircumstances opened(Connection connection, ResultSet row) throws SQLException {
        var entry = found(row);
        var salt = row.getBytes(6);
        var particularsHash = row.getBytes(7);
        return switch (entry.particulars()) {
            case KEPT -> new OpenCircumstances(entry, salt, particularsHash, OptionalLong.empty());
            case GONE -> new OpenCircumstances(entry, salt, particularsHash, ErasureRows.naming(connection, entry));
        };
    }

    private static LedgerUnavailableException unavailable(SQLException e) {
        // Without its message: a database's can quote values.
        return new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
    }
}
