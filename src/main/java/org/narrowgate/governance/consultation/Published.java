package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A consultation as the public sees it.
 *
 * @param shown representations that show, in order; their judgements only once the outcome is published
 * @param notShown how many do not, by reason
 * @param unread how many nobody has read yet
 */
public record Published(
        Consultation consultation,
        Consultation.Stage stage,
        List<Representation> shown,
        Map<Ruling, Integer> notShown,
        int unread) {
    public Published {
        requireNonNull(consultation);
        requireNonNull(stage);
        shown = List.copyOf(shown);
        notShown = Map.copyOf(notShown);
    }
}
