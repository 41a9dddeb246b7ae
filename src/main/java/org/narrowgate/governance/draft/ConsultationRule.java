package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.governance.GovernanceException.Fault.CONSULTATION_NEEDED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.PurposeId;

/** No purpose that the version in force marks so is widened beyond what the public was asked about. */
@ApplicationScoped
public class ConsultationRule {
    private final ConsultedText consulted;

    ConsultationRule(ConsultedText consulted) {
        this.consulted = consulted;
    }

    /** The purposes that a draft would widen and nobody was asked about, by id; none where it may go ahead. */
    public List<PurposeId> unasked(Policy inForce, DraftId draft, Policy next) {
        var marked = marked();
        var widened = widened(inForce.document(), next.document());
        widened.retainAll(marked);
        consulted.of(draft.id()).ifPresent(text -> widened.retainAll(widened(text.document(), next.document())));
        return widened.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /** @throws GovernanceException CONSULTATION_NEEDED with the purposes */
    public void require(Policy inForce, Draft draft) {
        var unasked = unasked(inForce, draft.id(), draft.policy());
        if (!unasked.isEmpty()) {
            throw new GovernanceException(
                    CONSULTATION_NEEDED,
                    "The draft widens " + unasked.stream().map(PurposeId::value).collect(joining(", "))
                            + ", which may be widened only after an open consultation on it.");
        }
    }

    private static Set<PurposeId> marked() {
        // No document can mark one yet.
        return Set.of();
    }

    private static Set<PurposeId> widened(PolicyDocument before, PolicyDocument after) {
        var widened = new HashSet<PurposeId>();
        for (var change : Difference.between(before, after).widening()) {
            change.purpose().ifPresentOrElse(widened::add, () -> widened.addAll(heldBy(change, after)));
        }
        return widened;
    }

    // What widens an agency or its agreement as a whole widens every purpose that the agreement names.
    private static Set<PurposeId> heldBy(Change change, PolicyDocument document) {
        return document.agreements().stream()
                .filter(agreement -> change.agency().stream().allMatch(agreement.agency()::equals))
                .flatMap(agreement -> agreement.purposes().stream())
                .map(Agreement.Grant::purpose)
                .collect(toUnmodifiableSet());
    }
}
