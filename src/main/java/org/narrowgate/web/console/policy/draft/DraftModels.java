package org.narrowgate.web.console.policy.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.governance.ApprovalService;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Revision;
import org.narrowgate.governance.draft.Step;
import org.narrowgate.governance.draft.Submission;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.policy.DifferenceModel;
import org.narrowgate.web.console.policy.PolicyModels;
import org.narrowgate.web.console.policy.draft.DraftModel.Forms;
import org.narrowgate.web.console.policy.draft.DraftModel.Past;
import org.narrowgate.web.console.policy.draft.DraftMoves.Against;
import org.narrowgate.web.console.policy.form.Option;

/** Puts a draft into the words of its page. */
@ApplicationScoped
class DraftModels {
    private static final String AT_ONCE = "at once";

    private final DraftService drafts;
    private final SubmissionService submissions;
    private final ApprovalService approvals;
    private final PublishedVersions versions;
    private final PolicyInForce inForce;

    DraftModels(
            DraftService drafts,
            SubmissionService submissions,
            ApprovalService approvals,
            PublishedVersions versions,
            PolicyInForce inForce) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.approvals = approvals;
        this.versions = versions;
        this.inForce = inForce;
    }

    static Sign sign(DraftState state) {
        var words = CaseWords.sentence(state.words());
        return switch (state) {
            case DRAFT -> Sign.plain(words);
            case IN_CONSULTATION, SUBMITTED -> Sign.middle(words);
            case APPROVED -> Sign.good(words);
            case WITHDRAWN -> Sign.bad(words);
        };
    }

    DraftModel model(Staff staff, DraftId id, String notice, Attempt attempt) {
        var draft = drafts.draft(id);
        var revisions = drafts.revisions(id);
        var current = inForce.refresh();
        var moves = new DraftMoves(draft.head(), staff, current.number(), against(staff, draft));
        var address = Address.of(id);
        return new DraftModel(
                id.toString(),
                address,
                draft.title(),
                draft.revision(),
                sign(draft.state()),
                notice,
                attempt.alert(),
                about(draft),
                obstacle(draft),
                "version " + current.number(),
                difference(draft, current),
                PolicyModels.changing(draft.policy(), current.policy(), address),
                revisions.reversed().stream().map(DraftModels::past).toList(),
                drafts.steps(id).reversed().stream().map(DraftModels::past).toList(),
                moves.offered(),
                moves.whyNotApproved(),
                forms(draft, attempt.fields()));
    }

    private Set<Against> against(Staff staff, Draft draft) {
        var against = EnumSet.noneOf(Against.class);
        if (!approvals.isApproverOf(staff, draft.head())) {
            against.add(Against.TOOK_PART);
        }
        if (!drafts.canUndo(draft.id())) {
            against.add(Against.NOTHING_TO_UNDO);
        }
        if (!drafts.canRedo(draft.id())) {
            against.add(Against.NOTHING_TO_REDO);
        }
        return against;
    }

    private static DifferenceModel difference(Draft draft, PolicyVersion current) {
        return DifferenceModel.of(
                Difference.between(current.policy().document(), draft.policy().document())
                        .changes());
    }

    private String obstacle(Draft draft) {
        return switch (draft.state()) {
            case DRAFT, IN_CONSULTATION, SUBMITTED -> {
                try {
                    submissions.requirePublishable(draft);
                    yield "";
                } catch (GovernanceException refused) {
                    yield String.valueOf(refused.getMessage());
                }
            }
            case APPROVED, WITHDRAWN -> "";
        };
    }

    private static List<Saying> about(Draft draft) {
        var says = new ArrayList<Saying>();
        says.add(new Saying("Begun by", draft.startedBy().name()));
        says.add(new Saying("Last changed", draft.changedBy().name() + ", " + LondonTime.moment(draft.changedAt())));
        says.add(new Saying("Begins from", "Version " + draft.base()));
        says.add(new Saying("Revision", String.valueOf(draft.revision())));
        draft.submission().ifPresent(submission -> {
            says.add(new Saying("Submitted", submission.by().name() + ", " + LondonTime.moment(submission.at())));
            says.add(new Saying("Reasons", submission.reasons()));
            says.add(new Saying(
                    "To be in force from",
                    submission.inForceFrom().map(LondonTime::moment).orElse(AT_ONCE)));
        });
        if (draft.version().isPresent()) {
            says.add(new Saying("Published as", "Version " + draft.version().getAsInt()));
        }
        return says;
    }

    private static Past past(Revision revision) {
        return new Past(
                "Revision " + revision.number(),
                revision.by().name(),
                LondonTime.moment(revision.at()),
                CaseWords.sentence(revision.words()));
    }

    private static Past past(Step step) {
        return new Past(
                CaseWords.sentence(step.to().words()), step.by().name(), LondonTime.moment(step.at()), step.reasons());
    }

    private static String proposed(Draft draft) {
        return draft.submission()
                .flatMap(Submission::inForceFrom)
                .map(moment -> "as proposed, " + LondonTime.moment(moment))
                .orElse(AT_ONCE);
    }

    private Forms forms(Draft draft, Fields fields) {
        var announced = versions.all().stream()
                .filter(version -> version.state() == State.ANNOUNCED)
                .map(version -> new Option(
                        String.valueOf(version.number()),
                        "Version " + version.number() + ", announced for " + LondonTime.moment(version.inForceFrom())))
                .toList();
        return new Forms(
                fields.title(Fields.TITLE),
                fields.document(),
                List.of(
                        fields.reasons(
                                Fields.SUBMIT,
                                "Why this change: the approver reads it, and it is kept with the version."),
                        fields.day(Fields.SUBMIT_DAY, AT_ONCE),
                        fields.time(Fields.SUBMIT_TIME)),
                List.of(fields.reasons(Fields.WITHDRAW, "Why nothing is to come of it.")),
                List.of(
                        fields.reasons(Fields.APPROVE, "Why this may be: kept with the version."),
                        fields.day(Fields.APPROVE_DAY, proposed(draft)),
                        fields.time(Fields.APPROVE_TIME)),
                announced.isEmpty() ? List.of() : List.of(fields.fallingAway(announced)),
                List.of(fields.reasons(Fields.SEND_BACK, "What its authors should think over.")));
    }
}
