package org.narrowgate.governance.draft;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.narrowgate.policy.Policy;

/** Where nobody keeps consultations there were none, and what needs one cannot go ahead. */
@DefaultBean
@ApplicationScoped
class NothingConsulted implements ConsultedText {
    @Override
    public Optional<Policy> of(DraftId draft) {
        return Optional.empty();
    }
}
