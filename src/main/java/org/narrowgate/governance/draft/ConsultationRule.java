package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.governance.GovernanceException.Fault.CONSULTATION_NEEDED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose.Consultation;
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
        var widened = widened(inForce, next);
        widened.removeIf(purpose -> !isMarked(purpose, inForce, next));
        consulted.of(draft).ifPresent(text -> widened.retainAll(widened(text, next)));
        return widened.stream().sorted(Comparator.comparing(PurposeId::value)).toList();
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

    // A purpose that is new carries no mark yet: it is held to that of the others its agencies have, or a marked
    // purpose
    // could be widened under another name.
    private static boolean isMarked(PurposeId purpose, Policy inForce, Policy next) {
        if (inForce.purpose(purpose).isPresent()) {
            return inForce.consultation(purpose) == Consultation.REQUIRED;
        }
        return next.document().agreements().stream()
                .filter(agreement -> grants(agreement).contains(purpose))
                .flatMap(agreement -> inForce.agreementOf(agreement.agency()).stream())
                .flatMap(agreement -> grants(agreement).stream())
                .anyMatch(held -> inForce.consultation(held) == Consultation.REQUIRED);
    }

    private static Set<PurposeId> widened(Policy before, Policy after) {
        var widened = new HashSet<PurposeId>();
        for (var change :
                Difference.between(before.document(), after.document()).widening()) {
            change.purpose().ifPresentOrElse(widened::add, () -> widened.addAll(heldBy(change, after)));
        }
        return widened;
    }

    // What widens an agency or its agreement as a whole widens every purpose that the agreement names.
    private static Set<PurposeId> heldBy(Change change, Policy policy) {
        return policy.document().agreements().stream()
                .filter(agreement -> change.agency().stream().allMatch(agreement.agency()::equals))
                .flatMap(agreement -> grants(agreement).stream())
                .collect(toUnmodifiableSet());
    }

    private static Set<PurposeId> grants(Agreement agreement) {
        return agreement.purposes().stream().map(Agreement.Grant::purpose).collect(toUnmodifiableSet());
    }
}
