package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.ledger.search.Moments;

/** How many entries there are and when they were appended, on one connection. */
final class LogRows {
    private static final String SIZE = "SELECT coalesce(max(index) + 1, 0) FROM ledger_entry";
    private static final String TIMES = "SELECT index, appended_at FROM ledger_entry WHERE index = ANY (?)";

    private LogRows() {}

    static long size(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SIZE);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As {@link Moments#firstSince}. */
    static List<Long> firstSince(Connection connection, List<Instant> moments, long size) throws SQLException {
        return Moments.<SQLException>firstSince(moments, size, indices -> times(connection, indices));
    }

    private static Map<Long, Instant> times(Connection connection, Collection<Long> indices) throws SQLException {
        try (var statement = connection.prepareStatement(TIMES)) {
            statement.setArray(1, connection.createArrayOf("bigint", indices.toArray()));
            var times = new HashMap<Long, Instant>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    times.put(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return times;
        }
    }
}
