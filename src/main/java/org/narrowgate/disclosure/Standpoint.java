package org.narrowgate.disclosure;

import java.util.List;

/** Whether somebody who comes with their own number may see what the log says of them, and by which names it knows them. */
public sealed interface Standpoint {
    /** Not held, no longer valid, or held as deceased: which of these, nobody is told who may be somebody else. */
    record Unavailable() implements Standpoint {}

    /** A child below the age, or somebody whose age is not known. */
    record TooYoung() implements Standpoint {}

    /** @param pseudonyms of every number they had, under every key; the one to write with first */
    record Open(List<String> pseudonyms) implements Standpoint {
        public Open {
            pseudonyms = List.copyOf(pseudonyms);
            if (pseudonyms.isEmpty()) {
                throw new IllegalArgumentException("nobody without a pseudonym");
            }
        }

        @Override
        public String toString() {
            return "Open[masked]";
        }
    }
}
