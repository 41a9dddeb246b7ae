package org.narrowgate.web.automation;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.governance.draft.ConsultationRule;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.PurposeId;

/** Whether a document could be published, with all that stands against it at once. */
@ApplicationScoped
class Validation {
    private final PolicyInForce inForce;
    private final PolicyVersions versions;
    private final PublishedVersions published;
    private final ConsultationRule consultation;

    Validation(
            PolicyInForce inForce,
            PolicyVersions versions,
            PublishedVersions published,
            ConsultationRule consultation) {
        this.inForce = inForce;
        this.versions = versions;
        this.published = published;
        this.consultation = consultation;
    }

    /**
     * @param document in place of the draft's own
     * @throws PolicyFaultsException with every fault, also of what comes before publishing
     */
    ValidAnswer validate(Draft draft, Optional<String> document) {
        var next = document.map(Policy::read).orElse(draft.policy());
        var version = inForce.refresh();
        var faults = new ArrayList<PolicyFault>();
        if (draft.base() != version.number()) {
            faults.add(new PolicyFault(
                    "",
                    "begins from version " + draft.base() + ", and version " + version.number()
                            + " is in force: bring it up to date first"));
        }
        for (var purpose : consultation.unasked(version.policy(), draft.id(), next)) {
            faults.add(new PolicyFault(
                    pointer(next, purpose), "`" + purpose + "` is widened, which takes an open consultation first"));
        }
        if (!faults.isEmpty()) {
            throw new PolicyFaultsException(faults);
        }
        var difference = Difference.between(version.policy().document(), next.document());
        return new ValidAnswer(true, warnings(difference), ChangeAnswer.of(difference.changes()));
    }

    /** From the version a draft begins from. */
    List<Change> difference(Draft draft) {
        return versions.version(draft.base())
                .map(base -> Difference.between(
                                base.policy().document(), draft.policy().document())
                        .changes())
                .orElseGet(List::of);
    }

    private List<String> warnings(Difference difference) {
        var warnings = new ArrayList<String>();
        if (difference.isEmpty()) {
            warnings.add("The document says what the version in force says: there is nothing to publish.");
        }
        var announced = published.all().stream()
                .filter(version -> version.state() == PublishedVersion.State.ANNOUNCED)
                .map(version -> String.valueOf(version.number()))
                .collect(joining(", "));
        if (!announced.isEmpty()) {
            warnings.add("Announced, and not part of this document, is version " + announced
                    + ": it falls away, or is undone, when this is published.");
        }
        return List.copyOf(warnings);
    }

    private static String pointer(Policy policy, PurposeId purpose) {
        var purposes = policy.document().purposes();
        return IntStream.range(0, purposes.size())
                .filter(index -> purposes.get(index).id().equals(purpose))
                .mapToObj(index -> "/purposes/" + index)
                .findFirst()
                .orElse("");
    }
}
