package org.narrowgate.governance.consultation;

import org.narrowgate.governance.consultation.Consultation.Stage;

/** Stages as a sentence says them, after "is". */
public final class StageWords {
    private StageWords() {}

    public static String of(Stage stage) {
        return switch (stage) {
            case OPEN -> "open";
            case CLOSED -> "closed, and its outcome is not published yet";
            case DECIDED -> "ended, and its outcome is published";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
