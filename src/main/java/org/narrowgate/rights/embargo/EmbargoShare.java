package org.narrowgate.rights.embargo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;

/** The embargoes' share in an append: an event counts from the entry that says so. */
final class EmbargoShare implements Share<EmbargoMove, EmbargoShare.Objection> {
    private static final String LAST =
            "SELECT request, max(number) FROM embargo_event WHERE request = ANY (?) GROUP BY request";
    private static final String INSERT = "INSERT INTO embargo_event (request, number, kind, at, until, review_by,"
            + " by_whom, by_name, proposed_by, proposed_by_name, entry_index) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    // With the request's other entries, so that what was said here is erased with what was said there.
    private static final String NOTE = "INSERT INTO tracing_request_entry (request, entry_index) VALUES (?, ?)";

    /** Why an event may not be written. */
    enum Objection {
        /** Something was done about this embargo meanwhile. */
        DECIDED_ON_WHAT_IS_NO_MORE
    }

    @Override
    public List<Optional<Objection>> objections(Connection connection, List<EmbargoMove> moves) throws SQLException {
        var last = last(connection, moves);
        var objections = new ArrayList<Optional<Objection>>(moves.size());
        for (var move : moves) {
            var request = move.request().value();
            boolean isNext = last.getOrDefault(request, 0) + 1 == move.number();
            objections.add(isNext ? Optional.empty() : Optional.of(Objection.DECIDED_ON_WHAT_IS_NO_MORE));
            if (isNext) {
                last.put(request, move.number());
            }
        }
        return objections;
    }

    @Override
    public void write(Connection connection, List<EmbargoMove> moves, List<Position> positions) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT);
                var note = connection.prepareStatement(NOTE)) {
            for (int i = 0; i < moves.size(); i++) {
                var move = moves.get(i);
                var position = positions.get(i);
                insert.setObject(1, move.request().value());
                insert.setInt(2, move.number());
                insert.setString(3, move.word());
                insert.setObject(4, move.at().atOffset(ZoneOffset.UTC));
                insert.setObject(5, move.until().orElse(null), Types.DATE);
                insert.setObject(6, move.reviewBy().orElse(null), Types.DATE);
                insert.setString(7, move.by().map(StaffMember::id).orElse(null));
                insert.setString(8, move.by().map(StaffMember::name).orElse(null));
                insert.setString(9, move.proposedBy().map(StaffMember::id).orElse(null));
                insert.setString(10, move.proposedBy().map(StaffMember::name).orElse(null));
                insert.setLong(11, position.index());
                insert.addBatch();
                note.setObject(1, move.request().value());
                note.setLong(2, position.index());
                note.addBatch();
            }
            insert.executeBatch();
            note.executeBatch();
        }
    }

    private static Map<UUID, Integer> last(Connection connection, List<EmbargoMove> moves) throws SQLException {
        var requests = moves.stream().map(move -> move.request().value()).toArray();
        var last = new HashMap<UUID, Integer>();
        try (var statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("uuid", requests));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
            }
        }
        return last;
    }
}
