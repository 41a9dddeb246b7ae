package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Counts that sums tie together: all that an attacker can write down as known or unknown. Everybody knows the
 * equations, and that no count is negative.
 *
 * @param <K> names a count
 */
final class LinkedTables<K> {
    private final Map<K, Cell> cells = new LinkedHashMap<>();
    private final List<Map<K, Integer>> equations = new ArrayList<>();

    /** Where a count stands before anything is decided on it. */
    enum Standing {
        /** Shown already, and never to be taken back. */
        SHOWN,
        /** Hidden already, or never shown by itself. */
        HIDDEN,
        /** To be shown, unless that gives a small count away. */
        OPEN
    }

    /** @param cost of hiding it, against that of others */
    record Cell(long value, Standing standing, double cost) {
        Cell {
            requireNonNull(standing);
            if (value < 0 || cost < 0) {
                throw new IllegalArgumentException("neither a count nor a cost is negative");
            }
        }
    }

    void put(K key, Cell cell) {
        if (cells.put(key, cell) != null) {
            throw new IllegalArgumentException("a count has one place");
        }
    }

    /** The whole is the sum of its parts. */
    void sum(K whole, Collection<? extends K> parts) {
        var terms = new LinkedHashMap<K, Integer>();
        terms.put(whole, -1);
        parts.forEach(part -> terms.merge(part, 1, Integer::sum));
        equation(terms);
    }

    /** The terms come to nothing. */
    void equation(Map<K, Integer> terms) {
        if (sum(terms, key -> cell(key).value()) != 0) {
            throw new IllegalArgumentException("the counts do not add up");
        }
        // In order: what a solver finds must not hang on how this run of Java happens to hash.
        equations.add(Collections.unmodifiableMap(new LinkedHashMap<>(terms)));
    }

    Map<K, Cell> cells() {
        return Collections.unmodifiableMap(cells);
    }

    Cell cell(K key) {
        return requireNonNull(cells.get(key), "a count of these tables");
    }

    List<Map<K, Integer>> equations() {
        return List.copyOf(equations);
    }

    static <K> long sum(Map<K, Integer> terms, ToLongFunction<K> value) {
        return terms.entrySet().stream()
                .mapToLong(term -> term.getValue() * value.applyAsLong(term.getKey()))
                .sum();
    }
}
