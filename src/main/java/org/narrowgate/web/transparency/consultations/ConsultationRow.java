package org.narrowgate.web.transparency.consultations;

import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.web.console.cases.LondonTime;

/** A consultation in a list. */
public record ConsultationRow(String id, String title, String tone, String stage, String openedOn) {
    public static ConsultationRow of(Consultation consultation, Stage stage) {
        return new ConsultationRow(
                consultation.id().toString(),
                consultation.title(),
                ConsultationWords.tone(stage),
                ConsultationWords.stage(consultation, stage),
                LondonTime.moment(consultation.openedAt()));
    }
}
