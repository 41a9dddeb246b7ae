package org.narrowgate.casework.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Handling;
import org.narrowgate.casework.Submission;
import org.narrowgate.casework.Tracing;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.policy.SearchArgument;

/** A case file as a row of {@code tracing_request}: one JSON member for each column that has a value. */
final class CaseFileRow {
    /** What may change after a request has come in: all but who asked what, when, and how it was named. */
    static final List<String> CHANGEABLE = List.of(
            "state",
            "changed_at",
            "decided_at",
            "policy_version",
            "case_reference",
            "fingerprint",
            "asked",
            "subject",
            "searched_by",
            "working_days",
            "stopped_days",
            "due_by",
            "priority",
            "exchanges",
            "first_approval",
            "escalated_at",
            "person",
            "refusal_reason",
            "refusal_clause",
            "refusal_explanation",
            "outcome_entry",
            "outcome_leaf_hash",
            "outcome_at",
            "outcome_policy_hash",
            "readable_until",
            "readings",
            "destroy_by",
            "disclosed_at",
            "destroyed_on",
            "destruction_method",
            "closed_for",
            "incident",
            "erase_on",
            "erased_at");

    /** All. */
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("id", "agency", "purpose", "idempotency_key", "received_at"), CHANGEABLE.stream())
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFileRow() {}

    static ObjectNode of(CaseFile file) {
        var row = JSON.createObjectNode()
                .put("id", file.id().toString())
                .put("agency", file.agency().value())
                .put("purpose", file.purpose().value())
                .put("case_reference", file.caseReference())
                .put("changed_at", file.changedAt().toString())
                .put("policy_version", file.policyVersion());
        put(row, "decided_at", file.decidedAt());
        putSubmission(row, file.submission());
        putHandling(row, file.handling());
        file.incident().ifPresent(incident -> row.set("incident", ReviewJson.incident(incident)));
        putState(row, file.state());
        return row;
    }

    private static void putSubmission(ObjectNode row, Submission submission) {
        put(row, "idempotency_key", submission.idempotencyKey());
        row.put("fingerprint", submission.fingerprint());
        row.set("asked", SubmissionJson.asked(submission));
        submission.subject().ifPresent(subject -> row.set("subject", SubmissionJson.subject(subject)));
        var searchedBy = row.putArray("searched_by");
        submission.facts().searchArguments().stream()
                .sorted()
                .map(SearchArgument::path)
                .forEach(searchedBy::add);
    }

    private static void putHandling(ObjectNode row, Handling handling) {
        row.put("received_at", handling.receivedAt().toString())
                .put("working_days", handling.deadline().workingDays())
                .put("stopped_days", handling.deadline().stoppedDays())
                .put("due_by", handling.dueBy().toString())
                .put("priority", handling.priority().name());
        row.set("exchanges", ReviewJson.exchanges(handling.exchanges()));
        put(row, "escalated_at", handling.escalatedAt());
        put(row, "erase_on", handling.eraseOn());
        put(row, "erased_at", handling.erasedAt());
    }

    private static void putState(ObjectNode row, CaseState state) {
        row.put("readings", 0);
        switch (state) {
            case CaseState.UnderReview() -> row.put("state", "UNDER_REVIEW");
            case CaseState.AwaitingSecond(var first) ->
                row.put("state", "AWAITING_SECOND").set("first_approval", ReviewJson.approval(first));
            case CaseState.InformationRequested() -> row.put("state", "INFORMATION_REQUESTED");
            case CaseState.Withdrawn() -> row.put("state", "WITHDRAWN");
            case CaseState.Refused(var outcome) -> {
                row.put("state", "REFUSED")
                        .put("refusal_reason", outcome.reason().name())
                        .put("refusal_clause", outcome.clause())
                        .put("refusal_explanation", outcome.explanation());
                putReceipt(row, outcome.receipt());
            }
            case CaseState.NotTraced(var outcome) -> {
                row.put("state", "NOT_TRACED");
                putReceipt(row, outcome.receipt());
            }
            case CaseState.Traced(var tracing) -> {
                row.put("state", "TRACED");
                putTracing(row, tracing);
            }
            case CaseState.Closed(var cause, var tracing, var destruction) -> {
                row.put("state", "CLOSED").put("closed_for", cause.name());
                tracing.ifPresent(kept -> putTracing(row, kept));
                destruction.ifPresent(
                        how -> row.put("destroyed_on", how.on().toString()).put("destruction_method", how.method()));
            }
        }
    }

    private static void putTracing(ObjectNode row, Tracing tracing) {
        row.put("person", tracing.person().value())
                .put("readable_until", tracing.readableUntil().toString())
                .put("readings", tracing.readings())
                .put("destroy_by", tracing.destroyBy().toString());
        put(row, "disclosed_at", tracing.disclosedAt());
        putReceipt(row, tracing.receipt());
    }

    private static void putReceipt(ObjectNode row, Receipt receipt) {
        row.put("outcome_entry", receipt.entry())
                .put("outcome_leaf_hash", receipt.leafHash())
                .put("outcome_at", receipt.at().toString())
                .put("outcome_policy_hash", receipt.policyHash());
    }

    private static void put(ObjectNode row, String column, Optional<?> value) {
        value.ifPresent(given -> row.put(column, given.toString()));
    }
}
