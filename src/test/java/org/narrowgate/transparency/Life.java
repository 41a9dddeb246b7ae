package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Asker;

/** One request as its agency and the caseworkers lived it, kept apart from everything the application keeps. */
final class Life {
    private final Petition petition;
    private final TracingRequest received;
    private final Random chance;
    private final List<String> kinds = new ArrayList<>();
    private volatile boolean over;

    /** @param chance its own, so that what befalls it does not hang on who came first */
    Life(Petition petition, TracingRequest received, Random chance) {
        this.petition = requireNonNull(petition);
        this.received = requireNonNull(received);
        this.chance = requireNonNull(chance);
        kinds.add("request");
    }

    TracingRequestId id() {
        return received.id();
    }

    Asker asker() {
        return petition.asker();
    }

    AgencyGroup group() {
        return petition.group();
    }

    YearMonth month() {
        return YearMonth.from(received.receivedAt().atZone(RegisterFold.ZONE));
    }

    Random chance() {
        return chance;
    }

    /** Nothing can happen to it any more. */
    void end() {
        over = true;
    }

    boolean goesOn() {
        return !over;
    }

    /** Something happened to it of which the log has an entry of this kind. */
    void add(String kind) {
        kinds.add(kind);
    }

    /** What people did, in order; what the clock did is not among them. */
    List<String> kinds() {
        return List.copyOf(kinds);
    }
}
