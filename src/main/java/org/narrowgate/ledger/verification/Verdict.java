package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.VerifyingKey;

/** What came of looking at a whole log. */
public sealed interface Verdict {
    /**
     * Everything holds.
     *
     * @param before the checkpoint of last time, with which this one is consistent
     * @param keys that signed and are trusted
     * @param firstUse whether they were believed because the log said so, and nothing else spoke for them
     * @param learned keys that were not known before and signed beside one that was
     */
    record Holds(
            Checkpoint checkpoint,
            SignedNote note,
            Optional<Checkpoint> before,
            List<VerifyingKey> keys,
            FirstUse firstUse,
            List<VerifyingKey> learned)
            implements Verdict {
        public Holds {
            requireNonNull(checkpoint);
            requireNonNull(note);
            requireNonNull(before);
            requireNonNull(firstUse);
            keys = List.copyOf(keys);
            learned = List.copyOf(learned);
        }
    }

    /** Something does not. */
    record Broken(String finding) implements Verdict {
        public Broken {
            requireNonNull(finding);
        }
    }

    /** Why a key is trusted. */
    enum FirstUse {
        KNOWN_BEFORE,
        TRUSTED_ON_FIRST_USE
    }
}
