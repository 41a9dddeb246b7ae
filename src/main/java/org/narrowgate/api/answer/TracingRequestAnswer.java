package org.narrowgate.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.Answer;
import org.narrowgate.casework.DestructionReminder;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestState;

/** A tracing request as its agency is told of it. */
@Type("TracingRequest")
@Description("One agency's request about one person, for one case, and what it came to.")
public record TracingRequestAnswer(
        @Id @NonNull @Description("Names the request; random.")
        String id,

        @NonNull @Description("The purpose it was made for.")
        String purpose,

        @NonNull @Description("The agency's own case.") String caseReference,
        @NonNull @Description("Where it stands.") TracingRequestState state,
        @NonNull @Description("When it came in.") Instant receivedAt,

        @NonNull
        @Description("When it is to be answered by: working days, bank holidays observed; sooner when EXCEPTIONAL is"
                + " accepted.")
        LocalDate dueBy,

        @Nullable @Description("When it was decided.") Instant decidedAt,

        @Description("The policy version it was decided under; while under review, the one it was received under.")
        int policyVersion,

        @Nullable @Description("What a caseworker asks, in INFORMATION_REQUESTED.")
        String question,

        @Nullable @Description("What it came to; null while under review, withdrawn, closed, or past readableUntil.")
        OutcomeAnswer outcome,

        @Nullable
        @Description(
                "By when what was disclosed is to be destroyed and attested, as a sentence; null where there is nothing"
                        + " to attest.")
        String reminder,

        @Nullable
        @Description(
                "The delay before what is disclosed shows in the person's own record; null where none was asked for or"
                        + " approved.")
        EmbargoAnswer embargo) {
    public static TracingRequestAnswer of(Answer answer, LocalDate today) {
        return of(answer.request(), answer.outcome().map(OutcomeAnswer::of).orElse(null), today);
    }

    /** A request without its outcome: after a move no person leaves. */
    public static TracingRequestAnswer of(TracingRequest request, LocalDate today) {
        return of(request, null, today);
    }

    private static TracingRequestAnswer of(TracingRequest request, @Nullable OutcomeAnswer outcome, LocalDate today) {
        return new TracingRequestAnswer(
                request.id().toString(),
                request.purpose().value(),
                request.caseReference(),
                request.state(),
                request.receivedAt(),
                request.dueBy(),
                request.decidedAt().orElse(null),
                request.policyVersion(),
                request.question().orElse(null),
                outcome,
                request.toDestroyBy()
                        .map(day -> DestructionReminder.of(day, today))
                        .orElse(null),
                null);
    }

    /** The same with what became of its embargo. */
    public TracingRequestAnswer under(Optional<EmbargoAnswer> delay) {
        return new TracingRequestAnswer(
                id,
                purpose,
                caseReference,
                state,
                receivedAt,
                dueBy,
                decidedAt,
                policyVersion,
                question,
                outcome,
                reminder,
                delay.orElse(null));
    }
}
