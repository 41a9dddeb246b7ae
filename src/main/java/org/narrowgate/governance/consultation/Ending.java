package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;

/** How a consultation ended. */
public sealed interface Ending {
    Author by();

    Instant at();

    /**
     * What came of it.
     *
     * @param changes what was, or will be, changed because of it
     */
    record Outcome(Author by, Instant at, String text, String changes) implements Ending {
        public Outcome {
            requireNonNull(by);
            requireNonNull(at);
            requireNonNull(text);
            requireNonNull(changes);
        }
    }

    /** It was given up. */
    record Withdrawal(Author by, Instant at, String reasons) implements Ending {
        public Withdrawal {
            requireNonNull(by);
            requireNonNull(at);
            requireNonNull(reasons);
        }
    }
}
