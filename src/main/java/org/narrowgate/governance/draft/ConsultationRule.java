package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.governance.GovernanceException.Fault.CONSULTATION_NEEDED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.ConsultedText.Consulted;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.PurposeId;

/** No purpose that is marked so is widened beyond what the public was asked about. */
@ApplicationScoped
public class ConsultationRule {
    private final ConsultedText consulted;
    private final PolicyVersions versions;

    ConsultationRule(ConsultedText consulted, PolicyVersions versions) {
        this.consulted = consulted;
        this.versions = versions;
    }

    /** The purposes that a draft would widen and nobody was asked about, by id; none where it may go ahead. */
    public List<PurposeId> unasked(Policy inForce, DraftId draft, Policy next) {
        var asked = consulted.of(draft);
        return needed(inForce, next).stream()
                .filter(purpose -> asked.filter(consulted -> isCovered(purpose, consulted, inForce, next))
                        .isEmpty())
                .toList();
    }

    /** The purposes whose widening the public has to be asked about, by id. */
    public List<PurposeId> needed(Policy inForce, Policy next) {
        var loosened = Loosened.purposes(inForce, next);
        return loosened.isEmpty()
                ? List.of()
                : loosened.stream()
                        .filter(marked(inForce, next))
                        .sorted(Comparator.comparing(PurposeId::value))
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

    // What was narrowed since the public was asked would be widened back without anybody having been asked about that.
    private static boolean isCovered(PurposeId purpose, Consulted consulted, Policy inForce, Policy next) {
        return !Loosened.purposes(inForce, consulted.base()).contains(purpose)
                && !Loosened.purposes(consulted.text(), next).contains(purpose);
    }

    private Predicate<PurposeId> marked(Policy inForce, Policy next) {
        try {
            var marks = ConsultationMarks.of(inForce, versions);
            return purpose -> marks.isMarked(purpose) || marks.isGivenBesidesMarked(purpose, next);
        } catch (PolicyFaultsException beyondTheCeiling) {
            // The ceiling has come down since a version was published: what it marked is not known, so it may be any.
            return _ -> true;
        }
    }
}
