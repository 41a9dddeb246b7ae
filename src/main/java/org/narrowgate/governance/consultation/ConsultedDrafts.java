package org.narrowgate.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.narrowgate.governance.consultation.store.Consultations;
import org.narrowgate.governance.draft.ConsultedText;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.policy.Policy;

/** What the public was asked about, as the register of consultations knows it. */
@ApplicationScoped
@Transactional
class ConsultedDrafts implements ConsultedText {
    private final Consultations consultations;

    ConsultedDrafts(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Optional<Policy> of(DraftId draft) {
        return consultations
                .lastOn(draft)
                .filter(last ->
                        last.ending().filter(Ending.Outcome.class::isInstance).isPresent())
                .flatMap(last -> consultations.document(last.id()))
                .map(Policy::read);
    }
}
