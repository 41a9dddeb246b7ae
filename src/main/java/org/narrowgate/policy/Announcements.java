package org.narrowgate.policy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The version in force and those that are published and whose time is to come, as far as nothing supersedes them
 * before. What they narrow is worked out once.
 */
public final class Announcements {
    private final List<PolicyVersion> course;
    private final Map<AgencyId, List<Notice>> notices;

    private Announcements(List<PolicyVersion> course) {
        this.course = List.copyOf(course);
        this.notices = notices(course);
    }

    /**
     * What an agency will no longer be given, or asked for more, from a moment on.
     *
     * @param changes in words, one sentence each
     */
    public record Notice(Instant effectiveFrom, int policyVersion, Optional<PurposeId> purpose, List<String> changes) {
        public Notice {
            requireNonNull(effectiveFrom);
            requireNonNull(purpose);
            changes = List.copyOf(changes);
        }
    }

    /** @param toCome any versions whose time is to come, in any order */
    static Announcements of(PolicyVersion current, List<PolicyVersion> toCome) {
        var course = new ArrayList<PolicyVersion>(List.of(current));
        toCome.stream()
                // A version supersedes those before it, also those whose time is to come, or comes with its own.
                .sorted(comparing(PolicyVersion::inForceFrom)
                        .thenComparing(comparingInt(PolicyVersion::number).reversed()))
                .filter(version -> version.number() > course.getLast().number())
                .forEach(course::add);
        return new Announcements(course);
    }

    /** The version that decides at a moment from now on, unless another is published until then. */
    public PolicyVersion at(Instant moment) {
        return course.reversed().stream()
                .filter(version -> !version.inForceFrom().isAfter(moment))
                .findFirst()
                .orElse(course.getFirst());
    }

    /** Whether nothing will change unless something else is published. */
    public boolean isEmpty() {
        return course.size() == 1;
    }

    /** Whether the version in force or one that is to come has such an agreement, purpose or agency. */
    public boolean name(Stoppable thing) {
        return course.stream().anyMatch(version -> version.policy().names(thing));
    }

    /** What is narrowed for an agency, soonest first; what concerns others is not in it. */
    public List<Notice> noticesTo(AgencyId agency) {
        return notices.getOrDefault(agency, List.of());
    }

    private static Map<AgencyId, List<Notice>> notices(List<PolicyVersion> course) {
        var notices = new HashMap<AgencyId, List<Notice>>();
        for (int i = 1; i < course.size(); i++) {
            var later = course.get(i);
            Difference.between(
                            course.get(i - 1).policy().document(),
                            later.policy().document())
                    .narrowing()
                    .stream()
                    // What is nobody's own is said to each agency as what it changes for it.
                    .filter(change -> change.agency().isPresent())
                    .collect(groupingBy(Concerned::by, LinkedHashMap::new, mapping(Announcements::sentence, toList())))
                    .forEach((concerned, changes) -> notices.computeIfAbsent(
                                    concerned.agency(), agency -> new ArrayList<>())
                            .add(new Notice(later.inForceFrom(), later.number(), concerned.purpose(), changes)));
        }
        return notices;
    }

    private static String sentence(Change change) {
        return change.words() + ".";
    }

    private record Concerned(AgencyId agency, Optional<PurposeId> purpose) {
        static Concerned by(Change change) {
            return new Concerned(change.agency().orElseThrow(), change.purpose());
        }
    }
}
