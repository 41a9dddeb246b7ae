package org.narrowgate.governance.consultation;

import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;
import static org.narrowgate.governance.GovernanceException.Fault.STALE;
import static org.narrowgate.governance.GovernanceException.Fault.TARGET_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.governance.consultation.Representation.Judgement;
import org.narrowgate.governance.consultation.Representation.Reading;
import org.narrowgate.governance.consultation.store.Consultations;
import org.narrowgate.governance.consultation.store.Representations;
import org.narrowgate.governance.draft.DraftGuard;

/** What the public says to consultations, and what staff make of it. Throws {@link GovernanceException}. */
@ApplicationScoped
@Transactional
public class RepresentationService {
    public static final int LONGEST_JUDGEMENT = 2000;

    private static final int SHORTEST_JUDGEMENT = 10;
    // A campaign may bring hundreds within the hour; what brings more is no campaign.
    private static final int MOST_AN_HOUR = 300;

    private final Consultations consultations;
    private final Representations representations;
    private final DraftGuard guard;
    private final Clock clock;

    RepresentationService(Consultations consultations, Representations representations, DraftGuard guard, Clock clock) {
        this.consultations = consultations;
        this.representations = representations;
        this.guard = guard;
        this.clock = clock;
    }

    /** What everybody may see of a consultation; empty where there is none. */
    public Optional<Published> published(ConsultationId id) {
        return consultations.find(id).map(this::published);
    }

    /**
     * Takes what somebody says. It shows once staff have read it.
     *
     * @param name empty where they give none
     * @throws GovernanceException TARGET_UNKNOWN
     */
    public Reception receive(ConsultationId id, String text, String name) {
        return switch (RepresentationText.read(text, name)) {
            case RepresentationText.Read.Unfit(var unfit) -> unfit;
            case RepresentationText.Read.Fit(var content) -> receive(id, content);
        };
    }

    /** Everything that was sent, in order, for staff. */
    public List<Representation> all(Staff staff, ConsultationId id) {
        guard.requireRole(
                staff, "read representations", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER, StaffRole.OVERSEER);
        return representations.of(id);
    }

    /**
     * Rules whether a representation shows. A later ruling takes the place of the one before, also once the consultation
     * has ended: what must not be seen can be taken away at any time.
     *
     * @param seen how often it had been ruled on when the person saw it
     */
    public void rule(Staff staff, ConsultationId id, int number, int seen, Ruling ruling) {
        requireRole(staff);
        var representation = representation(held(id).id(), number);
        if (representation.readings() != seen) {
            throw new GovernanceException(
                    STALE,
                    "Somebody else has ruled on representation " + number + " since you saw it. Nothing was changed.");
        }
        if (representation.content().isEmpty()) {
            throw new GovernanceException(
                    NOT_OFFERED, "The text of representation " + number + " has been erased: it cannot be shown.");
        }
        representations.rule(id, number, new Reading(ruling, Author.of(staff), now()));
    }

    /** Says what the registry makes of one representation, or of several alike. A later judgement takes its place. */
    public void judge(Staff staff, ConsultationId id, Set<Integer> numbers, String text) {
        requireRole(staff);
        var judgement = new Judgement(
                Wording.between(SHORTEST_JUDGEMENT, LONGEST_JUDGEMENT, "The judgement", text), Author.of(staff), now());
        var consultation = held(id);
        if (consultation.ending().isPresent()) {
            throw new GovernanceException(
                    NOT_OFFERED, "The consultation has ended: judgements are given before its outcome is published.");
        }
        if (numbers.isEmpty()) {
            throw new GovernanceException(TARGET_UNKNOWN, "Choose the representations that the judgement is on.");
        }
        for (var number : numbers) {
            if (!representation(id, number).isShown()) {
                throw new GovernanceException(
                        NOT_OFFERED, "Representation " + number + " is not shown: only one that is can be judged.");
            }
            representations.judge(id, number, judgement);
        }
    }

    private Reception receive(ConsultationId id, Representation.Content content) {
        // Held, so that numbers are given one after the other and nobody slips in while the hour is counted.
        var consultation = held(id);
        var now = now();
        if (consultation.stage(now) != Stage.OPEN) {
            return new Reception.Closed();
        }
        if (representations.receivedSince(id, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            return new Reception.TooMany();
        }
        return new Reception.Received(representations.add(id, now, content));
    }

    private Published published(Consultation consultation) {
        var all = representations.of(consultation.id());
        var notShown = new EnumMap<Ruling, Integer>(Ruling.class);
        all.stream()
                .filter(one -> !one.isShown())
                .flatMap(one -> one.reading().stream())
                .forEach(reading -> notShown.merge(reading.ruling(), 1, Integer::sum));
        var stage = consultation.stage(clock.instant());
        return new Published(
                consultation,
                stage,
                all.stream()
                        .filter(Representation::isShown)
                        .map(one -> stage == Stage.DECIDED ? one : withoutJudgement(one))
                        .toList(),
                Map.copyOf(notShown),
                (int) all.stream().filter(Representation::isUnread).count());
    }

    private static Representation withoutJudgement(Representation one) {
        return new Representation(
                one.number(), one.receivedAt(), one.content(), one.readings(), one.reading(), Optional.empty());
    }

    private Consultation held(ConsultationId id) {
        return consultations.hold(id).orElseThrow(ConsultationService::unknown);
    }

    private Representation representation(ConsultationId id, int number) {
        return representations.of(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new GovernanceException(
                        TARGET_UNKNOWN, "There is no representation " + number + " to this consultation."));
    }

    private void requireRole(Staff staff) {
        guard.requireRole(staff, "consult the public", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
