package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What becomes of a case with one log entry.
 *
 * @param file the case as it then is
 */
public record RightsMove(RightsCase file, Change change) {
    public RightsMove {
        requireNonNull(file);
        requireNonNull(change);
    }

    /** What changes, and what must still hold for it under the log's lock. */
    public sealed interface Change {
        /**
         * A new case, where none of the same is open or holds.
         *
         * @param knownAs every pseudonym of all numbers of the person
         */
        record Fresh(Set<String> knownAs) implements Change {
            public Fresh {
                knownAs = Set.copyOf(knownAs);
            }
        }

        /** A case that nobody has moved meanwhile moves on to its next version. */
        record Moved() implements Change {}

        /** A case that is over loses what is personal, and so do the particulars of these entries of its. */
        record Erased(List<Long> entries) implements Change {
            public Erased {
                entries = List.copyOf(entries);
            }
        }

        /** Nothing changes but the log. */
        record Nothing() implements Change {}
    }

    /** Why a move may not be made. */
    public enum Objection {
        ALREADY_ASKED,
        CASE_CHANGED
    }
}
