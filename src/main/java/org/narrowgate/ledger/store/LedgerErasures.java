package org.narrowgate.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Erasure.Extent;
import org.narrowgate.ledger.Erasures;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;

/** Erasures of entries by the log itself, which is their share in the append as well. */
@ApplicationScoped
class LedgerErasures implements Erasures {
    private static final String DUE = "SELECT e.index FROM ledger_entry e JOIN ledger_particulars p USING (index)"
            + " WHERE e.index > ? AND e.appended_at <= clock_timestamp() - interval '1 year'"
            + " AND convert_from(e.circumstances, 'UTF8')::jsonb ->> 'kind' = ANY (?)"
            + " AND NOT convert_from(e.circumstances, 'UTF8')::jsonb ?? 'request' ORDER BY e.index LIMIT " + MOST;

    private final Ledger ledger;
    private final DataSource database;
    private final Clock clock;
    private final Share<Erasure, Refusal> share = new ErasureShare();

    LedgerErasures(Ledger ledger, DataSource database, Clock clock) {
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** An erasure is objected to by nobody: what may not go stops the commit. */
    private enum Refusal {}

    private static final class ErasureShare implements Share<Erasure, Refusal> {
        @Override
        public List<Optional<Refusal>> objections(Connection connection, List<Erasure> members) {
            return members.stream().map(member -> Optional.<Refusal>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<Erasure> members, List<Position> positions) throws SQLException {
            for (int i = 0; i < members.size(); i++) {
                var erasure = members.get(i);
                var entries = erasure.extent() instanceof Extent.OfEntries(var named) ? named : List.<Long>of();
                ErasedParticulars.erase(
                        connection, erasure.reason(), entries, positions.get(i).index());
            }
        }
    }

    @Override
    public Position erase(List<Long> entries, Erasure.Reason reason) {
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("an erasure names " + MOST + " entries at most");
        }
        var erasure = new Erasure(new Extent.OfEntries(entries), reason);
        var circumstances = new HashMap<String, Object>(erasure.words());
        circumstances.put("form", 1);
        circumstances.put("kind", Erasure.KIND);
        circumstances.put("at", clock.instant().toString());
        return switch (ledger.append(Entry.of(circumstances, Map.of()), share, erasure)) {
            case Appended.Written<Refusal>(var position) -> position;
            case Appended.Objected<Refusal> never -> throw new IllegalStateException("nobody objects to an erasure");
        };
    }

    @Override
    public List<Long> due(List<String> kinds, long after) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DUE)) {
            statement.setLong(1, after);
            statement.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            var entries = new ArrayList<Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(row.getLong(1));
                }
            }
            return List.copyOf(entries);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }
}
