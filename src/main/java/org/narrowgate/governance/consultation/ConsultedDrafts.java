package org.narrowgate.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.narrowgate.governance.consultation.store.Consultations;
import org.narrowgate.governance.draft.ConsultedText;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersions;

/** What the public was asked about, as the register of consultations knows it. */
@ApplicationScoped
@Transactional
class ConsultedDrafts implements ConsultedText {
    private final Consultations consultations;
    private final PolicyVersions versions;

    ConsultedDrafts(Consultations consultations, PolicyVersions versions) {
        this.consultations = consultations;
        this.versions = versions;
    }

    @Override
    public Optional<Consulted> of(DraftId draft) {
        return consultations
                .lastOn(draft)
                .filter(last ->
                        last.ending().filter(Ending.Outcome.class::isInstance).isPresent())
                .flatMap(last -> consultations.document(last.id()).map(text -> consulted(last, text)));
    }

    private Consulted consulted(Consultation consultation, String text) {
        return new Consulted(versions.version(consultation.base()).orElseThrow().policy(), Policy.read(text));
    }
}
