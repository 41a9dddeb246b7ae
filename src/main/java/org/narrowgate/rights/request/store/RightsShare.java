package org.narrowgate.rights.request.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.ErasedParticulars;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.rights.request.RightsMove;
import org.narrowgate.rights.request.RightsMove.Change.Erased;
import org.narrowgate.rights.request.RightsMove.Change.Fresh;
import org.narrowgate.rights.request.RightsMove.Change.Moved;
import org.narrowgate.rights.request.RightsMove.Change.Nothing;
import org.narrowgate.rights.request.RightsMove.Objection;

/** The rights' share in an append: a case is what its entries say. */
final class RightsShare implements Share<RightsMove, Objection> {
    private static final String OF = "SELECT " + RightsCaseRows.COLUMNS + " FROM rights_case WHERE id IN"
            + " (SELECT rights_case FROM rights_case_subject WHERE subject = ANY (?))";
    private static final String VERSION = "SELECT version FROM rights_case WHERE id = ? AND erased_at IS NULL";
    private static final String ERASE = "SELECT erase_rights_case(?)";
    private static final String SUBJECT = "INSERT INTO rights_case_subject (subject, rights_case) VALUES (?, ?)";
    private static final String ENTRY = "INSERT INTO rights_case_entry (rights_case, entry_index) VALUES (?, ?)";

    /** What has been admitted in this batch, which no query sees yet. */
    private record Admitted(Set<RightsCaseId> moved, List<RightsMove> fresh) {}

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<RightsMove> moves) throws SQLException {
        var admitted = new Admitted(new HashSet<>(), new ArrayList<>());
        var objections = new ArrayList<Optional<Objection>>(moves.size());
        for (var move : moves) {
            objections.add(objection(connection, move, admitted));
        }
        return objections;
    }

    private static Optional<Objection> objection(Connection connection, RightsMove move, Admitted admitted)
            throws SQLException {
        return switch (move.change()) {
            case Fresh(var knownAs) -> {
                if (isAsked(connection, move, knownAs, admitted)) {
                    yield Optional.of(Objection.ALREADY_ASKED);
                }
                admitted.fresh().add(move);
                yield Optional.empty();
            }
            case Moved() ->
                isAt(connection, move.file(), move.file().version() - 1)
                                && admitted.moved().add(move.file().id())
                        ? Optional.empty()
                        : Optional.of(Objection.CASE_CHANGED);
            case Erased(var entries) ->
                isAt(connection, move.file(), move.file().version())
                                && admitted.moved().add(move.file().id())
                        ? Optional.empty()
                        : Optional.of(Objection.CASE_CHANGED);
            case Nothing() -> Optional.empty();
        };
    }

    private static boolean isAsked(Connection connection, RightsMove move, Set<String> knownAs, Admitted admitted)
            throws SQLException {
        if (admitted.fresh().stream()
                .anyMatch(before -> knownAs.contains(before.file().subject())
                        && before.file().asked().equals(move.file().asked()))) {
            return true;
        }
        return of(connection, knownAs).stream()
                .anyMatch(held ->
                        held.isInTheWay() && held.asked().equals(move.file().asked()));
    }

    /** A person's cases, in no order. */
    static List<RightsCase> of(Connection connection, Set<String> knownAs) throws SQLException {
        try (var statement = connection.prepareStatement(OF)) {
            statement.setArray(1, connection.createArrayOf("text", knownAs.toArray()));
            try (var rows = statement.executeQuery()) {
                var cases = new ArrayList<RightsCase>();
                while (rows.next()) {
                    cases.add(RightsCaseRows.read(rows));
                }
                return cases;
            }
        }
    }

    private static boolean isAt(Connection connection, RightsCase file, int version) throws SQLException {
        try (var statement = connection.prepareStatement(VERSION)) {
            statement.setObject(1, file.id().value());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == version;
            }
        }
    }

    @Override
    public void write(Connection connection, List<RightsMove> moves, List<Position> positions) throws SQLException {
        for (int i = 0; i < moves.size(); i++) {
            var file = moves.get(i).file();
            switch (moves.get(i).change()) {
                case Fresh(var knownAs) -> insert(connection, file, knownAs);
                case Moved() -> update(connection, file);
                case Erased(var entries) ->
                    erase(connection, file, entries, positions.get(i).index());
                case Nothing() -> {}
            }
            note(connection, file.id().value(), positions.get(i).index());
        }
    }

    private static void insert(Connection connection, RightsCase file, Set<String> knownAs) throws SQLException {
        try (var row = connection.prepareStatement(RightsCaseRows.INSERT);
                var subject = connection.prepareStatement(SUBJECT)) {
            RightsCaseRows.changeable(row, file);
            RightsCaseRows.fixed(row, file);
            row.executeUpdate();
            for (var pseudonym : knownAs) {
                subject.setString(1, pseudonym);
                subject.setObject(2, file.id().value());
                subject.addBatch();
            }
            subject.executeBatch();
        }
    }

    private static void update(Connection connection, RightsCase file) throws SQLException {
        try (var row = connection.prepareStatement(RightsCaseRows.UPDATE)) {
            RightsCaseRows.changeable(row, file);
            row.executeUpdate();
        }
    }

    private static void erase(Connection connection, RightsCase file, List<Long> entries, long saidAt)
            throws SQLException {
        ErasedParticulars.erase(connection, Erasure.Reason.RETENTION, entries, saidAt);
        try (var statement = connection.prepareStatement(ERASE)) {
            statement.setObject(1, file.id().value());
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new SQLException("the day of this case has not come");
                }
            }
        }
    }

    private static void note(Connection connection, UUID id, long entry) throws SQLException {
        try (var row = connection.prepareStatement(ENTRY)) {
            row.setObject(1, id);
            row.setLong(2, entry);
            row.executeUpdate();
        }
    }
}
