package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import org.narrowgate.ledger.note.SignedNote;

/** What came of asking a witness for its cosignature. */
public sealed interface Cosigning {
    /** It cosigned, keeps that it did, and this may be shown to everybody. */
    record Cosigned(SignedNote note) implements Cosigning {
        public Cosigned {
            requireNonNull(note);
        }
    }

    /** It did not, and must not. */
    record Refused(String finding) implements Cosigning {
        public Refused {
            requireNonNull(finding);
        }
    }
}
