package org.narrowgate.api.answer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.policy.RefusalReason;

/** A refusal that cites its clause. */
@Type("Refused")
@Description("The request was refused; the registry was not asked, or nothing of it is told.")
public record RefusedAnswer(
        @NonNull @Description("The first rule, in the order of RefusalReason, that was not met.")
        RefusalReason reason,

        @NonNull @Description("The clause of the agreement or policy that was not met.")
        String clause,

        @NonNull @Description("One sentence a person can act on.")
        String explanation,

        @NonNull @Description("Proof that this answer is on the disclosure log.")
        ReceiptAnswer receipt)
        implements OutcomeAnswer {
    static RefusedAnswer of(Outcome.Refused refused) {
        return new RefusedAnswer(
                refused.reason(), refused.clause(), refused.explanation(), ReceiptAnswer.of(refused.receipt()));
    }
}
