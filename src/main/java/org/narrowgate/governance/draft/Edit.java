package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change of a document at a JSON pointer (RFC 6901). An element of a list may be named by its number or by what
 * names it in the document: a purpose, agency or agreement by its id, a grant by its purpose, a prohibition by its
 * agency, a ground by its type, as in {@code /purposes/counter-fraud/terms/readings}.
 */
public sealed interface Edit {
    String pointer();

    /** Puts a part in place of the one there, or where an object has none yet. */
    record Replace(String pointer, JsonNode part) implements Edit {
        public Replace {
            requireNonNull(pointer);
            requireNonNull(part);
        }
    }

    /** Puts a part at the end of a list. */
    record Add(String pointer, JsonNode part) implements Edit {
        public Add {
            requireNonNull(pointer);
            requireNonNull(part);
        }
    }

    /** Takes away what is there. */
    record Remove(String pointer) implements Edit {
        public Remove {
            requireNonNull(pointer);
        }
    }
}
