package org.narrowgate.transparency.agreements;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.PolicyVersion;

/** What changed from version to version. Versions never change, so it is worked out once. */
final class Differences {
    private final Map<Pair, List<Change>> known = new ConcurrentHashMap<>();

    private record Pair(int before, int after) {}

    List<Change> between(PolicyVersion before, PolicyVersion after) {
        return known.computeIfAbsent(
                new Pair(before.number(), after.number()),
                pair -> List.copyOf(Difference.between(
                                before.policy().document(), after.policy().document())
                        .changes()));
    }
}
