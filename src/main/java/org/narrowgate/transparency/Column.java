package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.AgencyGroup;

/** A column of the register: one group of agencies, or all of them together. */
public sealed interface Column {
    record Group(AgencyGroup group) implements Column {
        public Group {
            requireNonNull(group);
        }
    }

    record Total() implements Column {}

    /** As pages and files write it. */
    default String title() {
        return switch (this) {
            case Group(var group) -> group.title();
            case Total() -> "Total";
        };
    }

    /** Whether a group's requests are counted in it. */
    default boolean holds(AgencyGroup asked) {
        return switch (this) {
            case Group(var group) -> group == asked;
            case Total() -> true;
        };
    }

    /** The groups in the register's order, then the total. */
    static List<Column> all() {
        return Stream.concat(groups().stream(), Stream.of(new Total())).toList();
    }

    static List<Column> groups() {
        return Arrays.stream(AgencyGroup.values()).<Column>map(Group::new).toList();
    }

    static Optional<Column> ofTitle(String title) {
        return all().stream().filter(column -> column.title().equals(title)).findFirst();
    }
}
