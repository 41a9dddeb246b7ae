package org.narrowgate.web.console.cases;

import java.util.List;
import org.narrowgate.web.console.cases.CaseModel.Saying;

/** An incident as its page shows it. Texts are empty where there is nothing to say. */
public record IncidentModel(
        String id,
        String version,
        String caseReference,
        String agency,
        String purpose,
        String receivedAt,
        String reason,
        String reportedAt,
        String dueBy,
        Sign time,
        List<String> disclosed,
        List<Saying> closing,
        String notice,
        AlertModel alert,
        List<Answer> answers,
        String answersFault,
        TextModel findings,
        Offer offer) {
    public IncidentModel {
        disclosed = List.copyOf(disclosed);
        closing = List.copyOf(closing);
        answers = List.copyOf(answers);
    }

    /** Whether the reader is offered to close it. */
    public enum Offer {
        CLOSE,
        READ_ONLY
    }

    /** @param checked an attribute, or nothing */
    public record Answer(String id, String value, String words, String checked) {}

    public boolean isToClose() {
        return offer == Offer.CLOSE;
    }

    public boolean isOpen() {
        return closing.isEmpty();
    }
}
