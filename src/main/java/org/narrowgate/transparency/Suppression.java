package org.narrowgate.transparency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.transparency.LinkedTables.Standing;

/**
 * Hides counts of 1 to 4, and as many others as it takes that none of these can be worked out.
 *
 * <p>A small count is protected where other tables exist that agree with everything shown: one in which it is at least
 * 4 more, so that whoever knows everything shown cannot say that it is below 5, and one in which it is less, so that
 * the least it can be is not what it is. Each such table is found, and checked in whole numbers, before anything is
 * shown; what differs in it from the truth is hidden, and so it stays possible.
 */
final class Suppression<K> {
    /** The least count that may be shown by itself, but for none at all. */
    static final int THRESHOLD = 5;

    private static final int MORE = THRESHOLD - 1;
    private static final int LESS = -1;

    private final LinkedTables<K> tables;
    private final Set<K> hidden = new LinkedHashSet<>();
    private final List<Map<K, Long>> otherTables = new ArrayList<>();

    private Suppression(LinkedTables<K> tables) {
        this.tables = tables;
    }

    /** Whether a count is hidden for its own sake. */
    static boolean isSmall(long count) {
        return count > 0 && count < THRESHOLD;
    }

    /** What to hide of what is open; empty where nothing may be shown of it at all. */
    static <K> Optional<Set<K>> of(LinkedTables<K> tables) {
        return new Suppression<>(tables).hide();
    }

    private Optional<Set<K>> hide() {
        tables.cells().forEach((key, cell) -> {
            if (cell.standing() == Standing.HIDDEN || (cell.standing() == Standing.OPEN && isSmall(cell.value()))) {
                hidden.add(key);
            }
        });
        var small = tables.cells().entrySet().stream()
                .filter(cell -> isSmall(cell.getValue().value()))
                .map(Map.Entry::getKey)
                .toList();
        for (var key : small) {
            if (!protect(key, MORE) || !protect(key, LESS)) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableSet(hidden));
    }

    private boolean protect(K key, int by) {
        if (otherTables.stream().anyMatch(other -> reaches(other.getOrDefault(key, 0L), by))) {
            return true;
        }
        var other = new OtherTable<>(tables, hidden).differing(key, by);
        other.ifPresent(differences -> {
            otherTables.add(differences);
            hidden.addAll(differences.keySet());
        });
        return other.isPresent();
    }

    private static boolean reaches(long difference, int by) {
        return by > 0 ? difference >= by : difference <= by;
    }
}
