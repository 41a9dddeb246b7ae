package org.narrowgate.web.console.consultations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.consultation.Representation;
import org.narrowgate.governance.consultation.RepresentationService;
import org.narrowgate.governance.consultation.Ruling;
import org.narrowgate.web.console.cases.LondonTime;
import org.narrowgate.web.console.consultations.ModerationModel.Offer;
import org.narrowgate.web.console.consultations.ModerationModel.Read;
import org.narrowgate.web.console.consultations.ModerationModel.Reason;
import org.narrowgate.web.transparency.consultations.ConsultationRow;
import org.narrowgate.web.transparency.consultations.TextField;

/** Puts a consultation into words for one member of staff. */
@ApplicationScoped
class ModerationModels {
    static final String NUMBER = "number";
    static final String JUDGEMENT = "judgement";
    static final String OUTCOME = "outcome";
    static final String CHANGES = "changes";
    static final String REASONS = "reasons";

    private final ConsultationService consultations;
    private final RepresentationService representations;

    ModerationModels(ConsultationService consultations, RepresentationService representations) {
        this.consultations = consultations;
        this.representations = representations;
    }

    ModerationModel model(Staff staff, Consultation consultation, String notice, Attempt attempt) {
        var stage = consultations.stage(consultation);
        var all = representations.all(staff, consultation.id());
        var chosen = attempt.typed().text(JUDGEMENT).isEmpty()
                ? Set.<Integer>of()
                : attempt.typed().numbers(NUMBER);
        return new ModerationModel(
                ConsultationRow.of(consultation, stage),
                consultation.draft().toString(),
                read(all, Representation::isUnread, chosen),
                read(all, Representation::isShown, chosen),
                read(all, one -> !one.isUnread() && !one.isShown(), chosen),
                Ruling.against().stream()
                        .map(ruling -> new Reason(ruling.name(), ruling.words()))
                        .toList(),
                field(
                        JUDGEMENT,
                        "Judgement",
                        "On all that you have ticked above. It is published with the outcome.",
                        RepresentationService.LONGEST_JUDGEMENT,
                        attempt),
                List.of(
                        field(
                                OUTCOME,
                                "What came of it",
                                "What was said on the whole, and what the registry makes of it. Name nobody.",
                                ConsultationService.LONGEST_TEXT,
                                attempt),
                        field(
                                CHANGES,
                                "What is changed because of it",
                                "Also if it is nothing.",
                                ConsultationService.LONGEST_TEXT,
                                attempt)),
                field(
                        REASONS,
                        "Reasons for withdrawing",
                        "They stay in the register, with the consultation.",
                        Wording.LONGEST_REASONS,
                        attempt),
                offers(staff, stage),
                notice,
                attempt.sentence());
    }

    private static List<Offer> offers(Staff staff, Stage stage) {
        var offers = EnumSet.noneOf(Offer.class);
        if (!staff.is(StaffRole.POLICY_AUTHOR) && !staff.is(StaffRole.POLICY_APPROVER)) {
            return List.of();
        }
        offers.add(Offer.RULE);
        switch (stage) {
            case OPEN -> offers.addAll(Set.of(Offer.JUDGE, Offer.WITHDRAW));
            case CLOSED -> offers.addAll(Set.of(Offer.JUDGE, Offer.CONCLUDE, Offer.WITHDRAW));
            case DECIDED, WITHDRAWN -> {}
        }
        return List.copyOf(offers);
    }

    private static List<Read> read(List<Representation> all, Predicate<Representation> which, Set<Integer> chosen) {
        return all.stream().filter(which).map(one -> read(one, chosen)).toList();
    }

    private static Read read(Representation one, Set<Integer> chosen) {
        return new Read(
                one.number(),
                one.readings(),
                LondonTime.moment(one.receivedAt()),
                one.content().map(Representation.Content::name).orElse(""),
                one.content().map(Representation.Content::text).orElse("The text has been erased."),
                one.reading().map(ModerationModels::standing).orElse(""),
                one.judgement().map(Representation.Judgement::text).orElse(""),
                chosen.contains(one.number()) ? "checked" : "");
    }

    private static String standing(Representation.Reading reading) {
        var how = reading.ruling() == Ruling.SHOWN
                ? "Shown"
                : "Not shown because " + reading.ruling().words();
        return how + ", says " + reading.by().name() + ", " + LondonTime.moment(reading.at());
    }

    private static TextField field(String name, String label, String hint, int longest, Attempt attempt) {
        return new TextField(
                name,
                label,
                hint + String.format(Locale.UK, " Up to %,d characters.", longest),
                attempt.typed().text(name),
                "",
                longest,
                5);
    }
}
