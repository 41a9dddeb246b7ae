package org.narrowgate.governance.replay;

import java.util.function.LongPredicate;

/** One replay on its way through the requests, which it tells of every so often and may then be told to end. */
final class ReplayCourse {
    static final int STEP = 2_000;

    private final Replay replay;
    private final LongPredicate goesOn;
    private long done;

    /** @param goesOn is told how many are done, and says whether to go on */
    ReplayCourse(Replay replay, LongPredicate goesOn) {
        this.replay = replay;
        this.goesOn = goesOn;
    }

    /** Whether it went to the end. */
    boolean run(ReplayRequests requests) {
        try {
            requests.forEach(this::next);
            return true;
        } catch (Ended ended) {
            return false;
        }
    }

    long done() {
        return done;
    }

    private void next(ReplayedRequest request) {
        replay.add(request);
        done++;
        if (done % STEP == 0 && !goesOn.test(done)) {
            throw new Ended();
        }
    }

    /** The way out of somebody else's loop. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }
}
