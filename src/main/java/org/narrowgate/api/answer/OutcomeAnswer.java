package org.narrowgate.api.answer;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.narrowgate.disclosure.Outcome;

/** What a tracing request came to, as its agency is told. */
@Union
@Name("Outcome")
@Description("What a request came to: the person was traced, was not, or the request was refused.")
public sealed interface OutcomeAnswer permits TracedAnswer, NotTracedAnswer, RefusedAnswer {
    static OutcomeAnswer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Traced traced -> TracedAnswer.of(traced);
            case Outcome.NotTraced notTraced -> new NotTracedAnswer(ReceiptAnswer.of(notTraced.receipt()));
            case Outcome.Refused refused -> RefusedAnswer.of(refused);
        };
    }
}
