package org.narrowgate.rights.embargo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.rights.embargo.Embargoes.LoggedStep;

/**
 * When the policy holds an entry back: as long as the version it was decided under does, and every version in force
 * since. So a policy that drops or shortens an embargo shows at once, and one that lengthens it hides nothing more.
 */
final class PolicySpans {
    private PolicySpans() {}

    /** @param since the version it was decided under, and those after it whose time has come, in order of number */
    static List<Span> of(LoggedStep entry, List<PolicyVersion> since) {
        var decidedUnder = end(entry, since.getFirst());
        if (decidedUnder.isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (int i = 0; i < since.size(); i++) {
            var start = i == 0 ? entry.at() : since.get(i).inForceFrom();
            var superseded = since.subList(i + 1, since.size()).stream()
                    .map(PolicyVersion::inForceFrom)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            var end = earliest(superseded, decidedUnder.get());
            end(entry, since.get(i))
                    .map(ownEnd -> new Span(start, earliest(end, ownEnd)))
                    .ifPresent(spans::add);
        }
        return spans;
    }

    private static Optional<Instant> end(LoggedStep entry, PolicyVersion version) {
        return version.policy().embargo(entry.purpose()).map(embargo -> embargo.endOf(entry.at()));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
