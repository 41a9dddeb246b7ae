package org.narrowgate.governance.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Requests to be replayed, in the order in which they were received. */
public interface ReplayRequests {
    /** Which these are, as a heading. */
    String title();

    /** Stands beside every figure; empty where they are not made up. */
    Optional<String> caution();

    /** The mix they were made up with; empty where they are not. */
    List<CaseShare> mix();

    Limits limits();

    /** How many {@link #forEach} shows. */
    long count();

    /** How many there were beside these of which too little is left to decide on. */
    long erased();

    /** Shows each, once; what the reader throws is passed on. */
    void forEach(Consumer<ReplayedRequest> reader);

    /** Whether an agreement's limits of requests a day and a month can be held against them. */
    enum Limits {
        COUNTED,
        /** Their days are not known. */
        LEFT_OUT
    }
}
