package org.narrowgate.transparency.agreements;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;

/** What became of one agreement from one version to the next. */
record AgreementHistory(AgreementId id, Differences differences) {
    /** @param chain versions as each superseded the one before */
    List<Milestone> milestones(List<PolicyVersion> chain) {
        var milestones = new ArrayList<Milestone>();
        for (int i = 0; i < chain.size(); i++) {
            var before = i == 0 ? Optional.<PolicyVersion>empty() : Optional.of(chain.get(i - 1));
            milestones.addAll(between(before, chain.get(i)));
        }
        return milestones;
    }

    private List<Milestone> between(Optional<PolicyVersion> before, PolicyVersion after) {
        var was = before.flatMap(version -> in(version.policy()));
        var is = in(after.policy());
        if (was.isEmpty()) {
            return is.map(agreement -> milestone(Milestone.Kind.REGISTERED, after, List.of())).stream()
                    .toList();
        }
        if (is.isEmpty()) {
            return List.of(milestone(Milestone.Kind.TERMINATED, after, List.of("The policy no longer names it.")));
        }
        return Stream.concat(
                        moved(was.get().state(), is.get().state()).map(kind -> milestone(kind, after, List.of())),
                        changed(differences.between(before.orElseThrow(), after), was.get(), is.get(), after))
                .toList();
    }

    private static Stream<Milestone.Kind> moved(AgreementState from, AgreementState to) {
        if (from == to) {
            return Stream.empty();
        }
        return switch (to) {
            case SUSPENDED -> Stream.of(Milestone.Kind.SUSPENDED);
            case TERMINATED -> Stream.of(Milestone.Kind.TERMINATED);
            case ACTIVE ->
                Stream.of(from == AgreementState.SUSPENDED ? Milestone.Kind.RESUMED : Milestone.Kind.ACTIVATED);
            case DRAFT, IN_CONSULTATION -> Stream.empty();
        };
    }

    private static Stream<Milestone> changed(List<Change> changes, Agreement was, Agreement is, PolicyVersion version) {
        var purposes = Stream.concat(was.purposes().stream(), is.purposes().stream())
                .map(Agreement.Grant::purpose)
                .collect(toUnmodifiableSet());
        return Stream.of(Direction.NARROWS, Direction.WIDENS, Direction.NEITHER)
                .map(direction -> milestone(
                        kind(direction),
                        version,
                        changes.stream()
                                .filter(change -> change.direction() == direction)
                                .filter(change -> concerns(change, is, purposes))
                                .map(Change::words)
                                .toList()))
                .filter(milestone -> !milestone.sentences().isEmpty());
    }

    /** Of a purpose that is said for no agency, all who hold it are concerned. */
    private static boolean concerns(Change change, Agreement agreement, Set<PurposeId> purposes) {
        return change.agency().isPresent()
                ? change.agency().filter(agreement.agency()::equals).isPresent()
                : change.purpose().filter(purposes::contains).isPresent();
    }

    private static Milestone.Kind kind(Direction direction) {
        return switch (direction) {
            case WIDENS -> Milestone.Kind.WIDENED;
            case NARROWS -> Milestone.Kind.NARROWED;
            case NEITHER -> Milestone.Kind.REWORDED;
        };
    }

    private static Milestone milestone(Milestone.Kind kind, PolicyVersion version, List<String> sentences) {
        return new Milestone(kind, version.inForceFrom(), OptionalInt.of(version.number()), sentences);
    }

    private Optional<Agreement> in(Policy policy) {
        return policy.document().agreements().stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst();
    }
}
