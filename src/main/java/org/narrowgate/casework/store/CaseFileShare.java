package org.narrowgate.casework.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.CaseMove.Change.Fresh;
import org.narrowgate.casework.CaseMove.Change.Moved;
import org.narrowgate.casework.CaseMove.Change.Nothing;
import org.narrowgate.casework.CaseMove.Change.ReadAgain;
import org.narrowgate.casework.CaseMove.Objection;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;

/** The casework's share in an append: what must still hold for a move, and the case file it leaves. */
final class CaseFileShare implements Share<CaseMove, Objection> {
    @Override
    public List<Optional<Objection>> objections(Connection connection, List<CaseMove> moves) throws SQLException {
        var known = CommittedFacts.read(connection, moves);
        var objections = new ArrayList<Optional<Objection>>(moves.size());
        for (var move : moves) {
            objections.add(known.objectionTo(move));
        }
        return objections;
    }

    @Override
    public void write(Connection connection, List<CaseMove> moves, List<Position> positions) throws SQLException {
        var rows = new CaseFileRows();
        for (int i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            var position = positions.get(i);
            switch (move.change()) {
                case Fresh(var key, var use, var file) -> {
                    rows.insert(file.apply(position));
                    use.ifPresent(once -> rows.count(move.agency(), once));
                }
                case Moved(var changedAt, var readings, var file) -> rows.update(file.apply(position));
                case ReadAgain(var allowed, var disclosedAt) -> rows.countReading(move.request(), disclosedAt);
                case Nothing() -> {}
            }
            rows.note(move.request(), position.index());
        }
        rows.execute(connection);
    }
}
