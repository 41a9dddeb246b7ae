package org.narrowgate.governance.stop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersions;

/** The governance's share in an append: a stop holds from the entry that says so. */
final class StopShare implements Share<StopMove, StopShare.Objection> {
    private static final String INSERT = "INSERT INTO stop_event (number, kind, what, id, at, by_whom, by_name, reason,"
            + " policy_version, entry_index, lifts, proposed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Why an event may not be written. */
    enum Objection {
        /** Another version is in force, or something was stopped or started again meanwhile. */
        DECIDED_ON_WHAT_IS_NO_MORE
    }

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<StopMove> moves) throws SQLException {
        var mark = PolicyVersions.mark(connection);
        var objections = new ArrayList<Optional<Objection>>(moves.size());
        for (var move : moves) {
            var admitted = mark.filter(move.decidedOn()::equals).isPresent();
            objections.add(admitted ? Optional.empty() : Optional.of(Objection.DECIDED_ON_WHAT_IS_NO_MORE));
            // The one after it was decided without this one.
            mark = admitted ? Optional.of(new PolicyMark(move.decidedOn().version(), move.number())) : mark;
        }
        return objections;
    }

    @Override
    public void write(Connection connection, List<StopMove> moves, List<Position> positions) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < moves.size(); i++) {
                var move = moves.get(i);
                var position = positions.get(i);
                statement.setLong(1, move.number());
                statement.setString(2, move.kind().word());
                statement.setString(3, move.thing().kind().word());
                statement.setString(4, move.thing().name());
                statement.setObject(5, position.at().atOffset(ZoneOffset.UTC));
                statement.setString(6, move.by().id());
                statement.setString(7, move.by().name());
                statement.setString(8, move.reason());
                statement.setInt(9, move.decidedOn().version());
                statement.setLong(10, position.index());
                switch (move.kind()) {
                    case StopMove.Kind.ToStop() -> {
                        statement.setNull(11, Types.BIGINT);
                        statement.setNull(12, Types.VARCHAR);
                    }
                    case StopMove.Kind.ToResume(var lifts, var proposedBy) -> {
                        statement.setLong(11, lifts);
                        statement.setString(12, proposedBy);
                    }
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
