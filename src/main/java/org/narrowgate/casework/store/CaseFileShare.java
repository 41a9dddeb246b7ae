package org.narrowgate.casework.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.CaseMove.Change.Erased;
import org.narrowgate.casework.CaseMove.Change.Fresh;
import org.narrowgate.casework.CaseMove.Change.Moved;
import org.narrowgate.casework.CaseMove.Change.Nothing;
import org.narrowgate.casework.CaseMove.Change.ReadAgain;
import org.narrowgate.casework.CaseMove.Objection;
import org.narrowgate.disclosure.Footings;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.ErasedParticulars;

/** The casework's share in an append: what must still hold for a move, and the case file it leaves. */
final class CaseFileShare implements Share<CaseMove, Objection> {
    // Whose an entry is, the entry itself has to say.
    private static final String ENTRIES = "SELECT l.index FROM tracing_request_entry e JOIN ledger_entry l"
            + " ON l.index = e.entry_index WHERE e.request = ?"
            + " AND convert_from(l.circumstances, 'UTF8')::jsonb ->> 'request' = e.request::text";

    private final Footings footings;

    CaseFileShare(Footings footings) {
        this.footings = footings;
    }

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<CaseMove> moves) throws SQLException {
        var known = CommittedFacts.read(connection, moves, footings);
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
                case Erased(var moved, var reason) -> {
                    rows.update(moved.file().apply(position));
                    ErasedParticulars.erase(connection, reason, entriesOf(connection, move), position.index());
                }
                case ReadAgain(var allowed, var disclosedAt) -> rows.countReading(move.request(), disclosedAt);
                case Nothing() -> {}
            }
            rows.note(move.request(), position.index());
        }
        rows.execute(connection);
    }

    /** Under the append's lock, so that none is missed. */
    private static List<Long> entriesOf(Connection connection, CaseMove move) throws SQLException {
        try (var statement = connection.prepareStatement(ENTRIES)) {
            statement.setObject(1, move.request().value());
            var entries = new ArrayList<Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(row.getLong(1));
                }
            }
            return entries;
        }
    }
}
