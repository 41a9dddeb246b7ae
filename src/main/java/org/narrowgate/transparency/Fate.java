package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.narrowgate.policy.RefusalReason;

/** What became of a request so far, as closely as any figure needs it. */
sealed interface Fate {
    record UnderReview() implements Fate {}

    record Rejected(YearMonth decided, RefusalReason reason, DecisionTime time) implements Fate {
        public Rejected {
            requireNonNull(decided);
            requireNonNull(reason);
            requireNonNull(time);
        }
    }

    record Traced(YearMonth decided, DecisionTime time) implements Fate {
        public Traced {
            requireNonNull(decided);
            requireNonNull(time);
        }
    }

    record NotTraced(YearMonth decided, DecisionTime time) implements Fate {
        public NotTraced {
            requireNonNull(decided);
            requireNonNull(time);
        }
    }

    record Withdrawn(YearMonth decided) implements Fate {
        public Withdrawn {
            requireNonNull(decided);
        }
    }

    /** As it stood when a month closed. */
    default Fate atEndOf(YearMonth closing) {
        var decided = switch (this) {
            case UnderReview() -> closing;
            case Rejected rejected -> rejected.decided();
            case Traced traced -> traced.decided();
            case NotTraced notTraced -> notTraced.decided();
            case Withdrawn withdrawn -> withdrawn.decided();
        };
        return decided.isAfter(closing) ? new UnderReview() : this;
    }

    default Row row() {
        return switch (this) {
            case UnderReview() -> Row.UNDER_REVIEW;
            case Rejected rejected -> Row.REJECTED;
            case Traced traced -> Row.APPROVED_TRACE;
            case NotTraced notTraced -> Row.APPROVED_NO_TRACE;
            case Withdrawn withdrawn -> Row.WITHDRAWN;
        };
    }
}
