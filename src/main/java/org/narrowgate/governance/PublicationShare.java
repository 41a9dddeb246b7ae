package org.narrowgate.governance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** The governance's share in an append: a policy version comes into force with the entry that says so. */
final class PublicationShare implements Share<PolicyVersion, PublicationShare.Objection> {
    /** Why a version may not be published. */
    enum Objection {
        /** Another version was published meanwhile. */
        NOT_THE_NEXT_VERSION
    }

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<PolicyVersion> versions)
            throws SQLException {
        var newest = PolicyVersions.newest(connection);
        var objections = new ArrayList<Optional<Objection>>();
        for (var version : versions) {
            var isNext = version.number() == newest + 1;
            objections.add(isNext ? Optional.empty() : Optional.of(Objection.NOT_THE_NEXT_VERSION));
            newest = isNext ? version.number() : newest;
        }
        return objections;
    }

    @Override
    public void write(Connection connection, List<PolicyVersion> versions, List<Position> positions)
            throws SQLException {
        for (int i = 0; i < versions.size(); i++) {
            PolicyVersions.insert(connection, versions.get(i), positions.get(i).index());
        }
    }
}
