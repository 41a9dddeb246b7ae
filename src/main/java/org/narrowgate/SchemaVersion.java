package org.narrowgate;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** How far the tables have come: the number of a migration, {@code 18} or {@code 18.1}. */
record SchemaVersion(List<Integer> parts) implements Comparable<SchemaVersion> {
    SchemaVersion {
        parts = List.copyOf(parts);
    }

    static SchemaVersion of(String written) {
        return new SchemaVersion(
                Stream.of(written.split("[._]", -1)).map(Integer::valueOf).toList());
    }

    @Override
    public int compareTo(SchemaVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int difference = Integer.compare(part(i), other.part(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int part(int place) {
        return place < parts.size() ? parts.get(place) : 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(joining("."));
    }
}
