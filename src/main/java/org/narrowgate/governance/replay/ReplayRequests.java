package org.narrowgate.governance.replay;

import java.util.List;
import java.util.function.Consumer;

/** Requests to be replayed, in the order in which they were received. */
public interface ReplayRequests {
    /** How many {@link #forEach} shows. */
    long count();

    /** How many there were beside these of which too little is left to decide on. */
    long erased();

    Limits limits();

    /** What the reader of a result has to know of them, sentence by sentence. */
    List<String> notes();

    /** Shows each, once; what it throws is passed on. */
    void forEach(Consumer<ReplayedRequest> reader);

    /** Whether an agreement's limits of requests a day and a month can be held against them. */
    enum Limits {
        COUNTED,
        /** Their days are not known. */
        LEFT_OUT
    }
}
