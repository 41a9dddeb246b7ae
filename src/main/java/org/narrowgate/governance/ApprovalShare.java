package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Submission;
import org.narrowgate.governance.store.Publications;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** The governance's share in an append: an approved draft becomes a version with the entry that says so. */
final class ApprovalShare implements Share<ApprovalShare.Approved, ApprovalShare.Objection> {
    /**
     * A draft as it was approved.
     *
     * @param base the version that is in force while it is
     */
    record Approved(PolicyVersion version, Origin origin, int revision, Submission submission, int base) {
        Approved {
            requireNonNull(version);
            requireNonNull(origin);
            requireNonNull(submission);
        }
    }

    /** Why it may not become a version. */
    enum Objection {
        /** Another version was published or came into force meanwhile. */
        OTHER_VERSIONS,
        /** The draft was approved, sent back or withdrawn meanwhile. */
        DRAFT_MOVED
    }

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<Approved> members) throws SQLException {
        var objections = new ArrayList<Optional<Objection>>();
        boolean taken = false;
        for (var member : members) {
            // One at a time: the next to come is held against what this one changes.
            var objection = taken ? Optional.of(Objection.OTHER_VERSIONS) : objection(connection, member);
            taken = taken || objection.isEmpty();
            objections.add(objection);
        }
        return objections;
    }

    @Override
    public void write(Connection connection, List<Approved> members, List<Position> positions) throws SQLException {
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            PolicyVersions.insert(connection, member.version(), positions.get(i).index());
            Publications.insert(connection, member.version().number(), member.origin());
        }
    }

    private static Optional<Objection> objection(Connection connection, Approved member) throws SQLException {
        var versions = Publications.versions(connection);
        if (versions.newest() + 1 != member.version().number() || versions.inForce() != member.base()) {
            return Optional.of(Objection.OTHER_VERSIONS);
        }
        boolean stands = Publications.standing(connection, member.origin().draft())
                .filter(draft -> draft.state() == DraftState.SUBMITTED && draft.revision() == member.revision())
                .flatMap(Publications.Standing::submittedAt)
                .filter(member.submission().at()::equals)
                .isPresent();
        return stands ? Optional.empty() : Optional.of(Objection.DRAFT_MOVED);
    }
}
