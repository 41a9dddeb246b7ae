package org.narrowgate.web.record.requests;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One's own case. Texts are empty where there is nothing to say.
 *
 * @param hold what it keeps back, and until when
 * @param copyUntil the last day on which the copy can be had
 * @param offer whether it can be taken back
 */
@TemplateData
public record CaseCard(
        String id,
        String title,
        String state,
        String asked,
        String due,
        String hold,
        String words,
        List<Told> told,
        String complaint,
        String copyUntil,
        Offer offer) {
    public CaseCard {
        told = List.copyOf(told);
    }

    /** What the registry has said to it. */
    @TemplateData
    public record Told(String when, String text) {}

    /** What the person can still do. */
    public enum Offer {
        TAKE_BACK,
        NOTHING
    }

    public boolean isToTakeBack() {
        return offer == Offer.TAKE_BACK;
    }
}
