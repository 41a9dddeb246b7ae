package org.narrowgate.casework.store;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseMove.Use;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.ledger.store.RoundTrip;
import org.narrowgate.policy.AgencyId;

/** Writes a batch's case files with one statement of each kind: rows go as JSON, so columns have names. */
final class CaseFileRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    // By name, so that a column which the next release adds keeps its default while this one still runs beside it.
    private static final String INSERT = "INSERT INTO tracing_request (" + String.join(", ", CaseFileRow.COLUMNS)
            + ") SELECT " + String.join(", ", CaseFileRow.COLUMNS)
            + " FROM jsonb_populate_recordset(NULL::tracing_request, ?::jsonb)";
    private static final String UPDATE = "UPDATE tracing_request AS held SET "
            + CaseFileRow.CHANGEABLE.stream()
                    .map(column -> column + " = given." + column)
                    .collect(joining(", "))
            + " FROM jsonb_populate_recordset(NULL::tracing_request, ?::jsonb) AS given WHERE held.id = given.id";
    private static final String READ_AGAIN = "UPDATE tracing_request SET readings = readings + 1,"
            + " disclosed_at = coalesce(disclosed_at, ?) WHERE id = ?";
    private static final String NOTE = "INSERT INTO tracing_request_entry (request, entry_index)"
            + " SELECT * FROM unnest(?::uuid[], ?::bigint[])";
    private static final String COUNT = "INSERT INTO purpose_use (agency, purpose, day, used)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::integer[])"
            + " ON CONFLICT (agency, purpose, day) DO UPDATE SET used = purpose_use.used + excluded.used";

    private final ArrayNode fresh = JSON.createArrayNode();
    private final ArrayNode moved = JSON.createArrayNode();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Noted> entries = new ArrayList<>();
    private final Map<Counted, Integer> counts = new HashMap<>();

    private record Reading(TracingRequestId id, Optional<Instant> disclosedAt) {}

    private record Noted(TracingRequestId id, long entry) {}

    private record Counted(String agency, String purpose, LocalDate day) {}

    void insert(CaseFile file) {
        fresh.add(CaseFileRow.of(file));
    }

    void update(CaseFile file) {
        moved.add(CaseFileRow.of(file));
    }

    void countReading(TracingRequestId id, Optional<Instant> disclosedAt) {
        readings.add(new Reading(id, disclosedAt));
    }

    void note(TracingRequestId id, long entry) {
        entries.add(new Noted(id, entry));
    }

    void count(AgencyId agency, Use use) {
        counts.merge(new Counted(agency.value(), use.purpose().value(), use.day()), 1, Integer::sum);
    }

    void execute(Connection connection) throws SQLException {
        var trip = new RoundTrip();
        if (!fresh.isEmpty()) {
            trip.with(INSERT, RoundTrip.text(fresh.toString()));
        }
        if (!moved.isEmpty()) {
            trip.with(UPDATE, RoundTrip.text(moved.toString()));
        }
        trip.with(NOTE, column("uuid", entries, noted -> noted.id().value()), column("bigint", entries, Noted::entry));
        if (!counts.isEmpty()) {
            var counted = List.copyOf(counts.entrySet());
            trip.with(
                    COUNT,
                    column("text", counted, count -> count.getKey().agency()),
                    column("text", counted, count -> count.getKey().purpose()),
                    column("date", counted, count -> count.getKey().day().toString()),
                    column("integer", counted, Map.Entry::getValue));
        }
        trip.send(connection);
        writeReadings(connection);
    }

    private void writeReadings(Connection connection) throws SQLException {
        if (readings.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(READ_AGAIN)) {
            for (var reading : readings) {
                var disclosedAt = reading.disclosedAt().map(at -> at.atOffset(ZoneOffset.UTC));
                statement.setObject(1, disclosedAt.orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
                statement.setObject(2, reading.id().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static <T> RoundTrip.Argument column(String type, List<T> rows, Function<T, Object> value) {
        return RoundTrip.array(type, rows.stream().map(value).toArray());
    }
}
