package org.narrowgate.casework.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseMove.Use;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.Verdict;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.SearchArgument;

/** Writes case files in as few round trips as there are kinds of statement. */
final class CaseFileRows implements AutoCloseable {
    private static final String INSERT = "INSERT INTO tracing_request (state, changed_at, decided_at, policy_version,"
            + " question, asked, subject, person, refusal_reason, refusal_clause, refusal_explanation, outcome_entry,"
            + " outcome_leaf_hash, outcome_at, outcome_policy_hash, readable_until, readings, destroy_by, destroyed_on,"
            + " destruction_method, id, agency, purpose, case_reference, received_at, due_by, idempotency_key,"
            + " fingerprint, searched_by) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE tracing_request SET state = ?, changed_at = ?, decided_at = ?,"
            + " policy_version = ?, question = ?, asked = ?::jsonb, subject = ?::jsonb, person = ?, refusal_reason = ?,"
            + " refusal_clause = ?, refusal_explanation = ?, outcome_entry = ?, outcome_leaf_hash = ?, outcome_at = ?,"
            + " outcome_policy_hash = ?, readable_until = ?, readings = ?, destroy_by = ?, destroyed_on = ?,"
            + " destruction_method = ? WHERE id = ?";
    private static final String READ_AGAIN = "UPDATE tracing_request SET readings = readings + 1 WHERE id = ?";
    private static final String COUNT = "INSERT INTO purpose_use (agency, purpose, day, used) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (agency, purpose, day) DO UPDATE SET used = purpose_use.used + excluded.used";

    private final Connection connection;
    private final PreparedStatement inserts;
    private final PreparedStatement updates;
    private final PreparedStatement readings;
    private final Map<Counted, Integer> counts = new HashMap<>();

    private record Counted(String agency, String purpose, LocalDate day) {}

    CaseFileRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.inserts = connection.prepareStatement(INSERT);
        this.updates = connection.prepareStatement(UPDATE);
        this.readings = connection.prepareStatement(READ_AGAIN);
    }

    void insert(CaseFile file) throws SQLException {
        var request = file.request();
        setChangeable(inserts, file);
        inserts.setObject(21, request.id().value());
        inserts.setString(22, request.agency().value());
        inserts.setString(23, request.purpose().value());
        inserts.setString(24, request.caseReference());
        setInstant(inserts, 25, request.receivedAt());
        inserts.setObject(26, request.dueBy());
        inserts.setObject(27, file.submission().idempotencyKey().orElse(null), Types.OTHER);
        inserts.setString(28, file.submission().fingerprint());
        inserts.setArray(
                29,
                connection.createArrayOf(
                        "text",
                        file.submission().facts().searchArguments().stream()
                                .sorted()
                                .map(SearchArgument::path)
                                .toArray()));
        inserts.addBatch();
    }

    void update(CaseFile file) throws SQLException {
        setChangeable(updates, file);
        updates.setObject(21, file.request().id().value());
        updates.addBatch();
    }

    void countReading(TracingRequestId id) throws SQLException {
        readings.setObject(1, id.value());
        readings.addBatch();
    }

    void count(AgencyId agency, Use use) {
        counts.merge(new Counted(agency.value(), use.purpose().value(), use.day()), 1, Integer::sum);
    }

    void execute() throws SQLException {
        inserts.executeBatch();
        updates.executeBatch();
        readings.executeBatch();
        if (counts.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(COUNT)) {
            for (var counted : counts.entrySet()) {
                statement.setString(1, counted.getKey().agency());
                statement.setString(2, counted.getKey().purpose());
                statement.setObject(3, counted.getKey().day());
                statement.setInt(4, counted.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void setChangeable(PreparedStatement row, CaseFile file) throws SQLException {
        var request = file.request();
        row.setString(1, request.state().name());
        setInstant(row, 2, file.changedAt());
        setInstant(row, 3, request.decidedAt().orElse(null));
        row.setInt(4, request.policyVersion());
        row.setString(5, request.question().orElse(null));
        row.setString(6, SubmissionJson.asked(file.submission()));
        row.setString(
                7,
                file.submission()
                        .subject()
                        .map(subject -> SubmissionJson.subject(subject).toString())
                        .orElse(null));
        var refused = file.verdict() instanceof Verdict.Refused(var outcome)
                ? Optional.of(outcome)
                : Optional.<Outcome.Refused>empty();
        row.setString(9, refused.map(refusal -> refusal.reason().name()).orElse(null));
        row.setString(10, refused.map(Outcome.Refused::clause).orElse(null));
        row.setString(11, refused.map(Outcome.Refused::explanation).orElse(null));
        setReceipt(row, file.verdict());
        var traced =
                file.verdict() instanceof Verdict.Traced found ? Optional.of(found) : Optional.<Verdict.Traced>empty();
        row.setObject(8, traced.map(found -> found.person().value()).orElse(null), Types.BIGINT);
        setInstant(row, 16, traced.map(Verdict.Traced::readableUntil).orElse(null));
        row.setInt(17, traced.map(Verdict.Traced::readings).orElse(0));
        row.setObject(18, traced.map(Verdict.Traced::destroyBy).orElse(null), Types.DATE);
        var destruction = traced.flatMap(Verdict.Traced::destruction);
        row.setObject(19, destruction.map(Verdict.Destruction::on).orElse(null), Types.DATE);
        row.setString(20, destruction.map(Verdict.Destruction::method).orElse(null));
    }

    private static void setReceipt(PreparedStatement row, Verdict verdict) throws SQLException {
        var receipt = receipt(verdict);
        row.setObject(12, receipt.map(Receipt::entry).orElse(null), Types.BIGINT);
        row.setString(13, receipt.map(Receipt::leafHash).orElse(null));
        setInstant(row, 14, receipt.map(Receipt::at).orElse(null));
        row.setString(15, receipt.map(Receipt::policyHash).orElse(null));
    }

    private static Optional<Receipt> receipt(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> Optional.empty();
            case Verdict.Refused(var outcome) -> Optional.of(outcome.receipt());
            case Verdict.NotTraced(var outcome) -> Optional.of(outcome.receipt());
            case Verdict.Traced traced -> Optional.of(traced.receipt());
        };
    }

    private static void setInstant(PreparedStatement row, int column, @Nullable Instant instant) throws SQLException {
        row.setObject(column, instant == null ? null : instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public void close() throws SQLException {
        try (inserts;
                updates;
                readings) {
            counts.clear();
        }
    }
}
