package org.narrowgate.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.narrowgate.disclosure.Outcome;

/** A disclosure, as the agency receives it. */
@Type("Traced")
@Description(
        "The person was traced. Only the fields selected here, and permitted to this purpose now, are read from the"
                + " registry, logged and released.")
public record TracedAnswer(
        @NonNull @Description("What is released of the person.")
        PersonAnswer person,

        @NonNull @Description("Every selected field that is not released as held, with the reason.")
        List<@NonNull WithheldFieldAnswer> withheld,

        @NonNull @Description("Proof that this answer is on the disclosure log.")
        ReceiptAnswer receipt,

        @NonNull @Description("Until when the outcome can be read again.")
        Instant readableUntil,

        @NonNull @Description("By when the agency destroys what it was given.")
        LocalDate destroyBy)
        implements OutcomeAnswer {
    static TracedAnswer of(Outcome.Traced traced) {
        return new TracedAnswer(
                PersonAnswer.of(traced.person()),
                traced.withheld().stream().map(WithheldFieldAnswer::of).toList(),
                ReceiptAnswer.of(traced.receipt()),
                traced.readableUntil(),
                traced.destroyBy());
    }

    @Override
    public String toString() {
        return "TracedAnswer[masked]";
    }
}
