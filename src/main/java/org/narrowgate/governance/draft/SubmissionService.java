package org.narrowgate.governance.draft;

import static org.narrowgate.governance.GovernanceException.Fault.BASE_SUPERSEDED;
import static org.narrowgate.governance.GovernanceException.Fault.NOTHING_CHANGED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.EffectiveFrom;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.draft.store.Drafts;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;

/** The ways of a draft between its authors, the public and the approvers. Throws {@link GovernanceException}. */
@ApplicationScoped
@Transactional
public class SubmissionService {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Drafts drafts;
    private final DraftService documents;
    private final DraftGuard guard;
    private final ConsultationRule consultation;
    private final PolicyInForce inForce;
    private final Clock clock;

    SubmissionService(
            Drafts drafts,
            DraftService documents,
            DraftGuard guard,
            ConsultationRule consultation,
            PolicyInForce inForce,
            Clock clock) {
        this.drafts = drafts;
        this.documents = documents;
        this.guard = guard;
        this.consultation = consultation;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * Puts a draft before the approvers.
     *
     * @param inForceFrom as the author proposes; empty for at once
     */
    public Draft submit(Staff staff, DraftId id, int seen, String reasons, Optional<Instant> inForceFrom) {
        guard.requireRole(staff, "submit a draft", StaffRole.POLICY_AUTHOR);
        var head = held(id, "submitted", DraftState.DRAFT);
        guard.requireSeen(head, seen);
        var text = Wording.reasons(reasons);
        var now = now();
        inForceFrom.ifPresent(moment -> EffectiveFrom.require(moment, now));
        var draft = documents.draft(id);
        requirePublishable(draft);
        requireLawful(draft, inForceFrom.orElse(now));
        var submission = new Submission(Author.of(staff), now, text, inForceFrom);
        drafts.move(id, step(DraftState.SUBMITTED, staff, head, text), submission);
        return documents.draft(id);
    }

    /** Gives a submitted draft back to its authors. */
    public Draft sendBack(Staff approver, DraftId id, int seen, String reasons) {
        guard.requireRole(approver, "send a draft back", StaffRole.POLICY_APPROVER);
        var head = held(id, "sent back", DraftState.SUBMITTED);
        guard.requireSeen(head, seen);
        return moved(approver, head, DraftState.DRAFT, Wording.reasons(reasons));
    }

    /** Ends a draft; it stays to be read. */
    public Draft withdraw(Staff staff, DraftId id, int seen, String reasons) {
        guard.requireRole(staff, "withdraw a draft", StaffRole.POLICY_AUTHOR);
        var head = held(id, "withdrawn", DraftState.DRAFT, DraftState.SUBMITTED);
        guard.requireSeen(head, seen);
        return moved(staff, head, DraftState.WITHDRAWN, Wording.reasons(reasons));
    }

    /** Holds a draft's text still, for the public to be asked about it. In the transaction that opens the consultation. */
    public Draft putOutForConsultation(Staff staff, DraftId id, int seen) {
        guard.requireRole(staff, "consult on a draft", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER);
        var head = held(id, "put out for consultation", DraftState.DRAFT);
        guard.requireSeen(head, seen);
        return moved(staff, head, DraftState.IN_CONSULTATION, "");
    }

    /** Gives a draft back to its authors once the public has been heard, with the outcome as reasons. */
    public Draft endConsultation(Staff staff, DraftId id, String outcome) {
        guard.requireRole(staff, "consult on a draft", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER);
        var head = held(id, "taken out of consultation", DraftState.IN_CONSULTATION);
        return moved(staff, head, DraftState.DRAFT, outcome);
    }

    /**
     * What stands in a draft's way, whoever would submit or approve it.
     *
     * @throws GovernanceException BASE_SUPERSEDED, NOTHING_CHANGED, CONSULTATION_NEEDED
     */
    public void requirePublishable(Draft draft) {
        var version = requireBase(draft);
        // Where another version is announced, what is in force now takes it back.
        if (inForce.announcements().isEmpty()) {
            requireDifferent(version, draft);
        }
        consultation.require(version.policy(), draft);
    }

    /** @throws PolicyFaultsException where the law lets a draft's policy not come into force from then */
    public void requireLawful(Draft draft, Instant inForceFrom) {
        var faults = draft.policy().faultsInForceFrom(LocalDate.ofInstant(inForceFrom, ZONE));
        if (!faults.isEmpty()) {
            throw new PolicyFaultsException(faults);
        }
    }

    /**
     * What a draft changes of the version in force, from which it has to begin.
     *
     * @throws GovernanceException BASE_SUPERSEDED, NOTHING_CHANGED
     */
    public Difference requireDifferent(Draft draft) {
        return requireDifferent(requireBase(draft), draft);
    }

    private PolicyVersion requireBase(Draft draft) {
        var version = inForce.refresh();
        if (version.number() != draft.base()) {
            throw new GovernanceException(
                    BASE_SUPERSEDED,
                    "The draft begins from version " + draft.base() + ", and version " + version.number()
                            + " is in force now: it has to be brought up to date first.");
        }
        return version;
    }

    private static Difference requireDifferent(PolicyVersion version, Draft draft) {
        var difference =
                Difference.between(version.policy().document(), draft.policy().document());
        if (difference.isEmpty()) {
            throw new GovernanceException(NOTHING_CHANGED, "The draft says what the version in force says.");
        }
        return difference;
    }

    private DraftHead held(DraftId id, String what, DraftState... states) {
        var head = drafts.hold(id).orElseThrow(DraftGuard::unknown);
        guard.requireState(head, what, states);
        return head;
    }

    private Draft moved(Staff staff, DraftHead head, DraftState to, String reasons) {
        drafts.move(head.id(), step(to, staff, head, reasons), null);
        return documents.draft(head.id());
    }

    private Step step(DraftState to, Staff staff, DraftHead head, String reasons) {
        return new Step(to, Author.of(staff), now(), head.revision(), reasons);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
