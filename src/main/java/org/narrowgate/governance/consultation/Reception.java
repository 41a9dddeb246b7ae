package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a representation that somebody sent. */
public sealed interface Reception {
    /** It is kept, and will be read. */
    record Received(int number) implements Reception {}

    /** It cannot be taken as it is. */
    record Unfit(List<Fault> faults) implements Reception {
        public Unfit {
            faults = List.copyOf(faults);
        }
    }

    /** The consultation takes no more. */
    record Closed() implements Reception {}

    /** More have come within the hour than anybody could have meant. */
    record TooMany() implements Reception {}

    /** @param sentence what is wrong with a part, for whoever wrote it */
    record Fault(Part part, String sentence) {
        public Fault {
            requireNonNull(part);
            requireNonNull(sentence);
        }
    }

    /** What a representation consists of. */
    enum Part {
        TEXT,
        NAME
    }
}
