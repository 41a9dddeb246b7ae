package org.narrowgate.casework.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Deadline;
import org.narrowgate.casework.Handling;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Tracing;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.subject.PersonKey;

/** Makes case files of rows. A row that is in no state there is fails, and with it whatever was to be decided on it. */
final class CaseFileReading {
    private CaseFileReading() {}

    /** The states as the table names them that an agency is shown as this one. */
    static List<String> statesShownAs(TracingRequestState shown) {
        return shown == TracingRequestState.UNDER_REVIEW
                ? List.of("UNDER_REVIEW", "AWAITING_SECOND")
                : List.of(shown.name());
    }

    static CaseFile file(TracingRequestEntity row) {
        return new CaseFile(
                new TracingRequestId(row.id),
                new AgencyId(row.agency),
                new PurposeId(row.purpose),
                row.caseReference,
                SubmissionJson.readSubmission(
                        row, Optional.ofNullable(row.subject).map(SubmissionJson::readSubject), searchedBy(row)),
                handling(row),
                state(row),
                Optional.ofNullable(row.incident).map(ReviewJson::readIncident),
                Optional.ofNullable(row.decidedAt),
                row.policyVersion,
                row.changedAt);
    }

    private static Set<SearchArgument> searchedBy(TracingRequestEntity row) {
        return Stream.of(row.searchedBy)
                .map(path -> SearchArgument.ofPath(path).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Handling handling(TracingRequestEntity row) {
        return new Handling(
                row.receivedAt,
                new Deadline(Moment.dayOf(row.receivedAt), row.workingDays, row.stoppedDays),
                row.dueBy,
                Handling.PriorityAnswer.valueOf(row.priority),
                ReviewJson.readExchanges(row.exchanges),
                Optional.ofNullable(row.escalatedAt),
                Optional.ofNullable(row.eraseOn),
                Optional.ofNullable(row.erasedAt));
    }

    private static CaseState state(TracingRequestEntity row) {
        return switch (row.state) {
            case "UNDER_REVIEW" -> new CaseState.UnderReview();
            case "AWAITING_SECOND" ->
                new CaseState.AwaitingSecond(ReviewJson.readApproval(requireNonNull(row.firstApproval)));
            case "INFORMATION_REQUESTED" -> new CaseState.InformationRequested();
            case "WITHDRAWN" -> new CaseState.Withdrawn();
            case "REFUSED" ->
                new CaseState.Refused(new Outcome.Refused(
                        RefusalReason.valueOf(requireNonNull(row.refusalReason)),
                        requireNonNull(row.refusalClause),
                        requireNonNull(row.refusalExplanation),
                        receipt(row)));
            case "NOT_TRACED" -> new CaseState.NotTraced(new Outcome.NotTraced(receipt(row)));
            case "TRACED" -> new CaseState.Traced(tracing(row, requireNonNull(row.person)));
            case "CLOSED" -> closed(row);
            default -> throw new IllegalStateException("a tracing request is in a state that does not exist");
        };
    }

    private static CaseState closed(TracingRequestEntity row) {
        return new CaseState.Closed(
                CaseState.Closed.Cause.valueOf(requireNonNull(row.closedFor)),
                Optional.ofNullable(row.person).map(person -> tracing(row, person)),
                row.destroyedOn == null
                        ? Optional.empty()
                        : Optional.of(
                                new CaseState.Destruction(row.destroyedOn, requireNonNull(row.destructionMethod))));
    }

    private static Tracing tracing(TracingRequestEntity row, long person) {
        return new Tracing(
                new PersonKey(person),
                receipt(row),
                requireNonNull(row.readableUntil),
                row.readings,
                requireNonNull(row.destroyBy),
                Optional.ofNullable(row.disclosedAt));
    }

    private static Receipt receipt(TracingRequestEntity row) {
        return new Receipt(
                requireNonNull(row.outcomeEntry),
                requireNonNull(row.outcomeLeafHash),
                requireNonNull(row.outcomeAt),
                row.policyVersion,
                requireNonNull(row.outcomePolicyHash));
    }
}
