package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import org.narrowgate.policy.RefusalReason;

/** What became of an archived request, as far as was published. */
public sealed interface Fate {
    String REJECTED = "rejected";
    String APPROVED_TRACE = "approved-trace";
    String APPROVED_NO_TRACE = "approved-no-trace";
    String UNEXPLAINED = "unexplained";

    /** The row of the register, as the published statistics name it. */
    String row();

    record Rejected(RefusalReason reason) implements Fate {
        public Rejected {
            requireNonNull(reason);
        }

        @Override
        public String row() {
            return REJECTED;
        }
    }

    record ApprovedTrace() implements Fate {
        @Override
        public String row() {
            return APPROVED_TRACE;
        }
    }

    record ApprovedNoTrace() implements Fate {
        @Override
        public String row() {
            return APPROVED_NO_TRACE;
        }
    }

    /** Received, and in none of the published rows. */
    record Unexplained() implements Fate {
        @Override
        public String row() {
            return UNEXPLAINED;
        }
    }
}
