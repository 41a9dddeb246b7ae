package org.narrowgate.web.transparency.consultations;

import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;

/** Consultations in words, for the public and for staff. */
public final class ConsultationWords {
    private ConsultationWords() {}

    /** For example: open until the end of 20 December 2026. */
    public static String stage(Consultation consultation, Stage stage) {
        var last = LondonTime.day(consultation.closesOn());
        return switch (stage) {
            case OPEN -> "Open until the end of " + last;
            case CLOSED -> "Closed after " + last + "; the outcome is still to be published";
            case DECIDED -> "Outcome published";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** The sign's colour; its words say the same. */
    public static String tone(Stage stage) {
        return switch (stage) {
            case OPEN -> "good";
            case CLOSED -> "middle";
            case DECIDED, WITHDRAWN -> "plain";
        };
    }

    /** The changes that go one way, as sentences. */
    public static List<String> sentences(List<Change> changes, Direction direction) {
        return changes.stream()
                .filter(change -> change.direction() == direction)
                .map(Change::words)
                .map(Sentences::whole)
                .toList();
    }

    /** A text as paragraphs. */
    public static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\n\\s*\\n", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
