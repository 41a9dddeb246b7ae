package org.narrowgate.governance;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.governance.GovernanceException.Fault.ANNOUNCED_FALL_AWAY;
import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;
import static org.narrowgate.governance.GovernanceException.Fault.SAME_PERSON;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.ApprovalShare.Approved;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.draft.ConsultationRule;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftGuard;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Submission;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.governance.draft.store.Drafts;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;

/** The second pair of eyes: approves what somebody else wrote, and so publishes it. */
@ApplicationScoped
public class ApprovalService {
    private static final Logger LOG = Logger.getLogger(ApprovalService.class);

    // Each round starts from what the round before was told had changed; that it changes thrice has another cause.
    private static final int ROUNDS = 3;

    private final Ledger ledger;
    private final Drafts drafts;
    private final DraftService documents;
    private final DraftGuard guard;
    private final SubmissionService submissions;
    private final ConsultationRule consultation;
    private final PublishedVersions versions;
    private final PublicationEntries entries;
    private final PolicyInForce inForce;
    private final ApprovalShare share = new ApprovalShare();

    ApprovalService(
            Ledger ledger,
            Drafts drafts,
            DraftService documents,
            DraftGuard guard,
            SubmissionService submissions,
            ConsultationRule consultation,
            PublishedVersions versions,
            PublicationEntries entries,
            PolicyInForce inForce) {
        this.ledger = ledger;
        this.drafts = drafts;
        this.documents = documents;
        this.guard = guard;
        this.submissions = submissions;
        this.consultation = consultation;
        this.versions = versions;
        this.entries = entries;
        this.inForce = inForce;
    }

    /**
     * Makes a submitted draft the next version. On return the log says so, durably, and so does the draft.
     *
     * @throws GovernanceException with the first that stands against it, in this order: NOT_FOR_THIS_ROLE,
     *     DRAFT_UNKNOWN, NOT_OFFERED, STALE, SAME_PERSON, TEXT_UNFIT, BASE_SUPERSEDED, NOTHING_CHANGED,
     *     CONSULTATION_NEEDED, MOMENT_UNFIT, ANNOUNCED_FALL_AWAY, and CONSULTATION_NEEDED for what is announced
     * @throws org.narrowgate.policy.PolicyFaultsException where the ceiling has come down since it was written, or an
     *     embargo would be reviewed later than the law allows from then
     * @throws org.narrowgate.ledger.LedgerUnavailableException when it is not known to be published
     */
    public PolicyVersion approve(Staff staff, DraftId id, Approval approval) {
        for (int round = 0; round < ROUNDS; round++) {
            var approved = approved(staff, id, approval);
            switch (ledger.append(entries.of(approved), share, approved)) {
                case Appended.Written<ApprovalShare.Objection> written -> {
                    LOG.infof(
                            "policyVersion=%d published, hash %s",
                            approved.version().number(),
                            approved.version().policy().hash());
                    inForce.refresh();
                    return approved.version();
                }
                case Appended.Objected<ApprovalShare.Objection> objected ->
                    LOG.debugf("an approval was overtaken: %s", objected.objection());
            }
        }
        throw new GovernanceException(
                NOT_OFFERED, "Other versions are being published at this very moment; look again, and approve then.");
    }

    /** Whether this person could approve the draft, were it submitted: nobody who wrote or submitted it can. */
    public boolean isApproverOf(Staff staff, DraftHead draft) {
        return staff.is(StaffRole.POLICY_APPROVER)
                && !drafts.authors(draft.id()).contains(staff.id())
                && draft.submission()
                        .filter(submission -> submission.by().id().equals(staff.id()))
                        .isEmpty();
    }

    private Approved approved(Staff staff, DraftId id, Approval approval) {
        guard.requireRole(staff, "approve a draft", StaffRole.POLICY_APPROVER);
        var draft = documents.draft(id);
        guard.requireState(draft.head(), "approved", DraftState.SUBMITTED);
        guard.requireSeen(draft.head(), approval.seen());
        requireAnother(staff, draft.head());
        var reasons = Wording.reasons(approval.reasons());
        submissions.requirePublishable(draft);
        var now = versions.now();
        approval.inForceFrom().ifPresent(moment -> EffectiveFrom.require(moment, now));
        var published = versions.all();
        requireKnown(published, approval);
        var submission = draft.submission().orElseThrow();
        var version = new PolicyVersion(
                published.getFirst().number() + 1, draft.policy(), inForceFrom(approval, submission, now));
        submissions.requireLawful(draft, version.inForceFrom());
        requireConsulted(published, version, draft);
        var origin = new Origin(
                id,
                now,
                submission.by(),
                submission.reasons(),
                Author.of(staff),
                reasons,
                Difference.between(
                                inForce.current().policy().document(),
                                draft.policy().document())
                        .changes());
        return new Approved(version, origin, draft.revision(), submission, draft.base());
    }

    private void requireAnother(Staff staff, DraftHead draft) {
        if (!isApproverOf(staff, draft)) {
            throw new GovernanceException(
                    SAME_PERSON,
                    "You have written or submitted this draft yourself; whoever approves it has to be somebody else,"
                            + " whatever roles you have.");
        }
    }

    // Else what an announced version narrows would be widened again as soon as it is in force, and nobody asked.
    private void requireConsulted(List<PublishedVersion> published, PolicyVersion version, Draft draft) {
        published.stream()
                .filter(other ->
                        other.state() == State.ANNOUNCED && other.inForceFrom().isBefore(version.inForceFrom()))
                .map(other -> Policy.read(versions.text(other.number()).orElseThrow()))
                .forEach(before -> consultation.require(before, draft));
    }

    private static void requireKnown(List<PublishedVersion> published, Approval approval) {
        var unknown = published.stream()
                .filter(version -> version.state() == State.ANNOUNCED)
                .map(PublishedVersion::number)
                .filter(number -> !approval.fallingAway().contains(number))
                .sorted()
                .map(String::valueOf)
                .collect(joining(", "));
        if (!unknown.isEmpty()) {
            throw new GovernanceException(
                    ANNOUNCED_FALL_AWAY,
                    "Announced, and not part of this draft, is version " + unknown
                            + ". It falls away, or is undone, with this approval: say that it may.");
        }
    }

    // Never before now, by the clock that says what is in force: nobody decided by it any earlier. As exact as the
    // database keeps it, for the log says the same.
    private static Instant inForceFrom(Approval approval, Submission submission, Instant now) {
        return approval.inForceFrom()
                .or(submission::inForceFrom)
                .map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }
}
