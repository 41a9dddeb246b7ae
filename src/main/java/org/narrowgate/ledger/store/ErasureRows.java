package org.narrowgate.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.LogTimes;
import org.narrowgate.ledger.search.LogTimes.Erasures;

/** The entries of kind {@code erasure}, which have an index of their own (V17), on one connection. */
final class ErasureRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    // "kind":"erasure", written as the index has it, so that the planner takes the one for the other.
    private static final String IS_ERASURE =
            "position('\\x226b696e64223a226572617375726522'::bytea IN circumstances) > 0";

    // Bytes are escaped and not decoded: whatever somebody wrote over an entry, this counts it.
    private static final String COUNT = "SELECT to_char(appended_at AT TIME ZONE ?, 'YYYY-MM') AS month,"
            + " CASE WHEN position('\"reason\":\"'::bytea IN circumstances) = 0 THEN ''"
            + " ELSE left(split_part(encode(substring(circumstances"
            + " FROM position('\"reason\":\"'::bytea IN circumstances) + 10 FOR 80), 'escape'), '\"', 1), 64) END"
            + " AS reason, count(*) FROM (SELECT appended_at, circumstances FROM ledger_entry WHERE " + IS_ERASURE
            + " AND index >= ? AND appended_at >= ? ORDER BY index DESC LIMIT " + LogTimes.MOST_ERASURES
            + ") AS erasure GROUP BY 1, 2 ORDER BY 1, 2";
    private static final String LATER = "SELECT index, circumstances FROM ledger_entry WHERE " + IS_ERASURE
            + " AND index > ? AND (position(?::bytea IN circumstances) > 0"
            + " OR position('\"entries\":['::bytea IN circumstances) > 0) ORDER BY index";

    private ErasureRows() {}

    static List<Erasures> since(Connection connection, Instant moment, ZoneId zone) throws SQLException {
        var first = LogRows.firstSince(connection, List.of(moment), LogRows.size(connection));
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, zone.getId());
            statement.setLong(2, first.getFirst());
            statement.setObject(3, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            var erasures = new ArrayList<Erasures>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    erasures.add(new Erasures(YearMonth.parse(row.getString(1)), row.getString(2), row.getLong(3)));
                }
            }
            return erasures;
        }
    }

    /** The first erasure after an entry that names it, or the request it belongs to. */
    static OptionalLong naming(Connection connection, FoundEntry entry) throws SQLException {
        var request = read(entry.circumstances()).path("request").asText("");
        try (var statement = connection.prepareStatement(LATER)) {
            statement.setLong(1, entry.index());
            statement.setBytes(2, ("\"request\":\"" + request + "\"").getBytes(UTF_8));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    if (names(read(row.getBytes(2)), request, entry.index())) {
                        return OptionalLong.of(row.getLong(1));
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    private static boolean names(JsonNode erasure, String request, long index) {
        return (!request.isEmpty() && erasure.path("request").asText("").equals(request))
                || StreamSupport.stream(erasure.path("entries").spliterator(), false)
                        .anyMatch(one -> one.isIntegralNumber() && one.longValue() == index);
    }

    private static JsonNode read(byte[] circumstances) {
        try {
            return JSON.readTree(circumstances);
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }
}
