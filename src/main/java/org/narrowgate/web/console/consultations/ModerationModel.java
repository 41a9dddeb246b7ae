package org.narrowgate.web.console.consultations;

import java.util.List;
import org.narrowgate.web.transparency.consultations.ConsultationRow;
import org.narrowgate.web.transparency.consultations.TextField;

/**
 * A consultation as staff see it.
 *
 * @param others representations that do not show
 * @param alert why a form was not acted on; empty where none was
 */
public record ModerationModel(
        ConsultationRow row,
        String draft,
        List<Read> unread,
        List<Read> shown,
        List<Read> others,
        List<Reason> reasons,
        TextField judgement,
        List<TextField> outcome,
        TextField withdrawal,
        List<Offer> offers,
        String notice,
        String alert) {
    public ModerationModel {
        unread = List.copyOf(unread);
        shown = List.copyOf(shown);
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
        outcome = List.copyOf(outcome);
        offers = List.copyOf(offers);
    }

    /** What the reader is offered to do. */
    public enum Offer {
        RULE,
        JUDGE,
        CONCLUDE,
        WITHDRAW
    }

    /**
     * A representation.
     *
     * @param readings how often it has been ruled on
     * @param standing who ruled what, and when; empty where nobody has
     * @param checked an attribute, or nothing
     */
    public record Read(
            int number,
            int readings,
            String receivedOn,
            String name,
            String text,
            String standing,
            String judgement,
            String checked) {}

    /** A reason not to show one. */
    public record Reason(String value, String words) {}

    public boolean isToRule() {
        return offers.contains(Offer.RULE);
    }

    public boolean isToJudge() {
        return offers.contains(Offer.JUDGE) && !shown.isEmpty();
    }

    public boolean isToConclude() {
        return offers.contains(Offer.CONCLUDE);
    }

    public boolean isToWithdraw() {
        return offers.contains(Offer.WITHDRAW);
    }
}
