package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import org.narrowgate.ledger.note.Checkpoint;

/** What came of looking at one receipt. */
public sealed interface ReceiptVerdict {
    /** What the receipt says is in the log that this checkpoint is of. */
    record InTheLog(Checkpoint checkpoint, Verdict.FirstUse firstUse) implements ReceiptVerdict {
        public InTheLog {
            requireNonNull(checkpoint);
            requireNonNull(firstUse);
        }
    }

    /** Its circumstances are those of its leaf, and nothing shows that the leaf is in the log: it has no proof yet. */
    record NotYetInTheLog() implements ReceiptVerdict {}

    /** Something does not hold. */
    record Broken(String finding) implements ReceiptVerdict {
        public Broken {
            requireNonNull(finding);
        }
    }
}
