package org.narrowgate.transparency.agreements;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.policy.PolicyVersion;

/**
 * The versions published so far as they follow one another at one moment. A version supersedes all of lower number from
 * the moment it comes into force.
 */
record Succession(List<PolicyVersion> versions, Instant now) {
    Succession {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(PolicyVersion::number))
                .toList();
    }

    /** Those that decide or once did, oldest first. */
    List<PolicyVersion> decided() {
        return lasting().filter(version -> !version.inForceFrom().isAfter(now)).toList();
    }

    /** Those that are still to decide, the next first. */
    List<PolicyVersion> announced() {
        return lasting().filter(version -> version.inForceFrom().isAfter(now)).toList();
    }

    Optional<PolicyVersion> inForce() {
        return decided().reversed().stream().findFirst();
    }

    State stateOf(PolicyVersion version) {
        if (inForce().filter(version::equals).isPresent()) {
            return State.IN_FORCE;
        }
        if (isOvertaken(version)) {
            return State.FELL_AWAY;
        }
        return version.inForceFrom().isAfter(now) ? State.ANNOUNCED : State.SUPERSEDED;
    }

    private Stream<PolicyVersion> lasting() {
        return versions.stream().filter(version -> !isOvertaken(version));
    }

    /** Whether a higher number came, or comes, into force before it. */
    private boolean isOvertaken(PolicyVersion version) {
        return versions.stream()
                .anyMatch(other -> other.number() > version.number()
                        && !other.inForceFrom().isAfter(version.inForceFrom()));
    }
}
