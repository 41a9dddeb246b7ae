package org.narrowgate.governance.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.PurposeId;

/**
 * Which purposes may be widened only after a consultation, by the version in force and by those before it: a mark that
 * was taken away together with its purpose comes back with it.
 */
final class ConsultationMarks {
    private final List<Policy> decided;

    private ConsultationMarks(List<Policy> decided) {
        this.decided = List.copyOf(decided);
    }

    /** @param before what is to be superseded; it counts before the versions that decided until now */
    static ConsultationMarks of(Policy before, PolicyVersions versions) {
        var decided = new ArrayList<Policy>(List.of(before));
        decided.addAll(decided(versions));
        return new ConsultationMarks(decided);
    }

    /** Whether the last version that had the purpose marked it. */
    boolean isMarked(PurposeId purpose) {
        return decided.stream()
                .filter(policy -> policy.purpose(purpose).isPresent())
                .findFirst()
                .filter(policy -> policy.consultation(purpose) == Consultation.REQUIRED)
                .isPresent();
    }

    /**
     * Whether a purpose is newly given to an agency whose group has, or had, a marked one: else that one could be
     * widened under another name, or for another of the group.
     */
    boolean isGivenBesidesMarked(PurposeId purpose, Policy next) {
        return next.document().agencies().stream()
                .filter(agency -> next.purposesOf(agency.id()).contains(purpose)
                        && !decided.getFirst().purposesOf(agency.id()).contains(purpose))
                .flatMap(this::groupsOf)
                .anyMatch(this::holdsMarked);
    }

    private Stream<AgencyGroup> groupsOf(Agency agency) {
        return Stream.concat(
                Stream.of(agency.group()), decided.getFirst().agency(agency.id()).map(Agency::group).stream());
    }

    private boolean holdsMarked(AgencyGroup group) {
        return decided.stream()
                .anyMatch(policy -> membersOf(group, policy)
                        .flatMap(agency -> policy.purposesOf(agency).stream())
                        .anyMatch(this::isMarked));
    }

    private static Stream<AgencyId> membersOf(AgencyGroup group, Policy policy) {
        return policy.document().agencies().stream()
                .filter(agency -> agency.group() == group)
                .map(Agency::id);
    }

    // The latest first. What fell away before its time never decided anything.
    private static List<Policy> decided(PolicyVersions versions) {
        var decided = new ArrayList<Policy>();
        var newest = versions.published().orElseThrow().mark().version();
        var next = versions.version(newest).orElseThrow();
        decided.add(next.policy());
        for (int number = newest - 1; number > 0; number--) {
            var version = versions.version(number).orElseThrow();
            if (version.inForceFrom().isBefore(next.inForceFrom())) {
                decided.add(version.policy());
                next = version;
            }
        }
        return decided;
    }
}
