package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The purposes of a document by what stands above them. Total: also for documents with faults. */
final class PurposeTree {
    private final Map<PurposeId, Purpose> purposes;

    PurposeTree(List<Purpose> purposes) {
        this.purposes = purposes.stream()
                .collect(toUnmodifiableMap(Purpose::id, Function.identity(), (first, second) -> first));
    }

    Map<PurposeId, Lineage> lineages() {
        return purposes.values().stream().collect(toUnmodifiableMap(Purpose::id, this::lineageOf));
    }

    boolean isOnCycle(Purpose purpose) {
        var seen = new HashSet<PurposeId>();
        var above = purpose.parent();
        while (above.isPresent() && seen.add(above.get())) {
            above = parentOf(above.get());
        }
        return seen.contains(purpose.id());
    }

    private Lineage lineageOf(Purpose purpose) {
        var lineage = new ArrayList<Purpose>();
        var next = Optional.of(purpose);
        while (next.isPresent() && !lineage.contains(next.get())) {
            lineage.add(next.get());
            next = next.get().parent().flatMap(this::purpose);
        }
        return new Lineage(lineage);
    }

    private Optional<PurposeId> parentOf(PurposeId id) {
        return purpose(id).flatMap(Purpose::parent);
    }

    private Optional<Purpose> purpose(PurposeId id) {
        return Optional.ofNullable(purposes.get(id));
    }
}
