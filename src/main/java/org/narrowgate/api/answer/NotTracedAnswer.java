package org.narrowgate.api.answer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** No person is disclosed, and why is not told. */
@Type("NotTraced")
@Description("Nobody, more than one, or someone who must not be found: one answer for all three.")
public record NotTracedAnswer(
        @NonNull @Description("Proof that this answer is on the disclosure log.")
        ReceiptAnswer receipt) implements OutcomeAnswer {}
