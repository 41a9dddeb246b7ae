package org.narrowgate.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two lists of things that have a name each, matched by it. */
record Matched<T>(List<T> removed, List<T> added, List<Kept<T>> kept, Order order) {
    Matched {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        kept = List.copyOf(kept);
    }

    static <T, K> Matched<T> by(Function<T, K> name, List<T> before, List<T> after) {
        var earlier = named(name, before);
        var later = named(name, after);
        var kept = new ArrayList<Kept<T>>();
        later.forEach((key, now) -> {
            var then = earlier.get(key);
            if (then != null) {
                kept.add(new Kept<>(then, now));
            }
        });
        return new Matched<>(
                without(earlier, later),
                without(later, earlier),
                kept,
                common(earlier, later).equals(common(later, earlier)) ? Order.SAME : Order.ANOTHER);
    }

    private static <T, K> Map<K, T> named(Function<T, K> name, List<T> items) {
        var named = new LinkedHashMap<K, T>();
        items.forEach(item -> named.putIfAbsent(name.apply(item), item));
        return named;
    }

    private static <T, K> List<T> without(Map<K, T> items, Map<K, T> others) {
        return items.entrySet().stream()
                .filter(item -> !others.containsKey(item.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <T, K> List<K> common(Map<K, T> items, Map<K, T> others) {
        return items.keySet().stream().filter(others::containsKey).toList();
    }

    record Kept<T>(T before, T after) {}

    /** Whether what is in both lists stands in the same order in them. */
    enum Order {
        SAME,
        ANOTHER
    }
}
