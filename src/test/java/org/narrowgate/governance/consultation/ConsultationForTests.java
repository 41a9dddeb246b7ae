package org.narrowgate.governance.consultation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.narrowgate.TravelledClock;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;

/** Drafts and consultations made up for tests, and the days that go by. */
public final class ConsultationForTests {
    public static final Staff AUTHOR = new Staff("ada", "Ada", Set.of(StaffRole.POLICY_AUTHOR));
    public static final Staff APPROVER = new Staff("paul", "Paul", Set.of(StaffRole.POLICY_APPROVER));
    public static final Staff OVERSEER = new Staff("olga", "Olga", Set.of(StaffRole.OVERSEER));
    public static final Staff CASEWORKER = new Staff("carla", "Carla", Set.of(StaffRole.CASEWORKER));
    public static final String ASKED = "Should the counter fraud authority see the gender, and no longer the postcode?";

    private final ConsultationService consultations;
    private final DraftService drafts;
    private final TravelledClock clock;

    public ConsultationForTests(ConsultationService consultations, DraftService drafts, TravelledClock clock) {
        this.consultations = consultations;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A draft that widens counter-fraud by the gender and narrows it by the postcode. */
    public Draft draft() {
        var begun = drafts.begin(AUTHOR, "Gender for postcode");
        var widened = drafts.replace(
                AUTHOR,
                begun.id(),
                begun.revision(),
                "/purposes/counter-fraud/treatments/gender",
                TextNode.valueOf("released"));
        return drafts.replace(
                AUTHOR,
                begun.id(),
                widened.revision(),
                "/purposes/counter-fraud/treatments/address.postcode",
                TextNode.valueOf("withheld"));
    }

    /** A consultation on such a draft that is open for 28 days. */
    public Consultation open() {
        var draft = draft();
        return consultations.open(
                AUTHOR, draft.id(), draft.revision(), "Gender for postcode", ASKED, today().plusDays(28));
    }

    public LocalDate today() {
        return Moment.dayOf(clock.instant());
    }

    /** The last moment of the consultation. */
    public void untilTheLastMomentOf(Consultation consultation) {
        clock.set(consultation.closesAt().minusMillis(1));
    }

    public void untilTheEndOf(Consultation consultation) {
        clock.set(consultation.closesAt());
    }

    /** So that tests do not share an hour. */
    public void aDayGoesBy() {
        var now = clock.instant();
        var start = Instant.parse("2026-12-01T09:00:00Z");
        clock.set((now.isBefore(start) ? start : now).plusSeconds(24 * 3600));
    }
}
