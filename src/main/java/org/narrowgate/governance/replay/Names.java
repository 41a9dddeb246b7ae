package org.narrowgate.governance.replay;

import java.util.Optional;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.PurposeId;

/** What agencies and purposes are called: as the later rulebook has it, else as the earlier, else by their ids. */
final class Names {
    private final Rulebook before;
    private final Rulebook after;

    Names(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    String agency(AgencyId agency) {
        var earlier = before.agencies().getOrDefault(agency, agency.value());
        return after.agencies().getOrDefault(agency, earlier);
    }

    String purpose(PurposeId purpose) {
        var earlier = before.purposes().getOrDefault(purpose, purpose.value());
        return after.purposes().getOrDefault(purpose, earlier);
    }

    String ground(Optional<Ground> ground) {
        return ground.map(Ground::words).orElse("no ground");
    }
}
