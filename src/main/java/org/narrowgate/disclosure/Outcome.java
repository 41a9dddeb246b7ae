package org.narrowgate.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.narrowgate.policy.RefusalReason;

/** What a tracing request came to. None exists without its receipt. */
public sealed interface Outcome {
    Receipt receipt();

    /** @param withheld every selected field that is not released as held, in the catalogue's order */
    record Traced(
            Person person, List<WithheldField> withheld, Receipt receipt, Instant readableUntil, LocalDate destroyBy)
            implements Outcome {
        public Traced {
            withheld = List.copyOf(withheld);
        }
    }

    /** Nobody, more than one, or someone who must not be found. */
    record NotTraced(Receipt receipt) implements Outcome {}

    record Refused(RefusalReason reason, String clause, String explanation, Receipt receipt) implements Outcome {}
}
