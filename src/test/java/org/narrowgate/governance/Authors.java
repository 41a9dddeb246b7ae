package org.narrowgate.governance;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.Edit;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.policy.PolicyVersion;

/** Those who tune policies in tests, and what they usually do. */
@Singleton
public class Authors {
    public static final Staff ADA = new Staff("ada", "Ada", Set.of(StaffRole.POLICY_AUTHOR));
    public static final Staff ABE = new Staff("abe", "Abe", Set.of(StaffRole.POLICY_AUTHOR));
    public static final Staff PAUL = new Staff("paul", "Paul", Set.of(StaffRole.POLICY_APPROVER));
    public static final Staff PETRA = new Staff("petra", "Petra", Set.of(StaffRole.POLICY_APPROVER));
    public static final Staff BRUNO =
            new Staff("bruno", "Bruno", Set.of(StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER));
    public static final String REASONS = "as agreed at the last meeting";

    private final DraftService drafts;
    private final SubmissionService submissions;
    private final ApprovalService approvals;
    private final PublishedVersions versions;

    Authors(DraftService drafts, SubmissionService submissions, ApprovalService approvals, PublishedVersions versions) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.approvals = approvals;
        this.versions = versions;
    }

    /** Ada's draft of the version in force, with another title that no document has yet. */
    public Draft retitled() {
        var begun = drafts.begin(ADA, "another title");
        return drafts.replace(ADA, begun.id(), begun.revision(), "/title", new TextNode("Title " + UUID.randomUUID()));
    }

    /** Ada's draft of the version in force with this text somewhere. */
    public Draft with(String pointer, String text) {
        var begun = drafts.begin(ADA, "a change");
        return drafts.edit(ADA, begun.id(), begun.revision(), List.of(new Edit.Replace(pointer, new TextNode(text))));
    }

    public Draft submitted(Draft draft) {
        return submissions.submit(ADA, draft.id(), draft.revision(), REASONS, Optional.empty());
    }

    /** Paul's approval, from now on. */
    public PolicyVersion approved(Draft submitted) {
        return approvals.approve(PAUL, submitted.id(), approval(submitted));
    }

    public PolicyVersion published(Draft draft) {
        return approved(submitted(draft));
    }

    /** Of what is there, whatever falls away. */
    public Approval approval(Draft submitted) {
        return approval(submitted, Optional.empty());
    }

    public Approval approval(Draft submitted, Optional<Instant> inForceFrom) {
        return new Approval(submitted.revision(), REASONS, inForceFrom, announced());
    }

    /** The numbers of the versions whose time is to come. */
    public Set<Integer> announced() {
        return versions.all().stream()
                .filter(version -> version.state() == State.ANNOUNCED)
                .map(PublishedVersion::number)
                .collect(toUnmodifiableSet());
    }
}
