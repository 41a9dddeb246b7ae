package org.narrowgate.casework.store;

import static org.narrowgate.casework.CaseMove.Objection.CASE_CHANGED;
import static org.narrowgate.casework.CaseMove.Objection.KEY_TAKEN;
import static org.narrowgate.casework.CaseMove.Objection.LIMIT_REACHED;
import static org.narrowgate.casework.CaseMove.Objection.PERSON_CHANGED;
import static org.narrowgate.casework.CaseMove.Objection.POLICY_SUPERSEDED;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.CaseMove.Change;
import org.narrowgate.casework.CaseMove.Change.Erased;
import org.narrowgate.casework.CaseMove.Change.Fresh;
import org.narrowgate.casework.CaseMove.Change.Moved;
import org.narrowgate.casework.CaseMove.Change.Nothing;
import org.narrowgate.casework.CaseMove.Change.ReadAgain;
import org.narrowgate.casework.CaseMove.Objection;
import org.narrowgate.casework.CaseMove.Use;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.disclosure.Footing;
import org.narrowgate.disclosure.Footings;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersions;

/**
 * What is committed about the members of one batch, read under the log's lock, so that nothing of it can change until
 * the batch is committed; and what the members already looked at will add to it.
 */
final class CommittedFacts {
    // OFFSET 0: each key is looked up by itself. A plan made for a small table reads all of it, and is kept as it
    // grows.
    private static final String KEYS = "SELECT known.* FROM unnest(?::text[], ?::uuid[]) AS asked (agency, key),"
            + " LATERAL (SELECT agency, idempotency_key FROM tracing_request"
            + " WHERE agency = asked.agency AND idempotency_key = asked.key OFFSET 0) AS known";
    private static final String USES = "SELECT agency, purpose, day, used FROM purpose_use"
            + " WHERE (agency, purpose) IN (SELECT * FROM unnest(?::text[], ?::text[])) AND day >= ?";
    private static final String CASES =
            "SELECT id, state, readings, changed_at FROM tracing_request WHERE id = ANY (?)";

    private static final String TRACED = "TRACED";

    private final Optional<PolicyMark> policyInForce;
    private final Set<Footing> lost;
    private final Set<Key> keys = new HashSet<>();
    private final Map<Day, Integer> uses = new HashMap<>();
    private final Map<TracingRequestId, HeldCase> cases = new HashMap<>();

    private record Key(String agency, UUID key) {}

    private record Day(String agency, String purpose, LocalDate day) {}

    private record HeldCase(String state, int readings, Instant changedAt) {}

    private CommittedFacts(Optional<PolicyMark> policyInForce, Set<Footing> lost) {
        this.policyInForce = policyInForce;
        this.lost = lost;
    }

    static CommittedFacts read(Connection connection, List<CaseMove> moves, Footings footings) throws SQLException {
        var facts = new CommittedFacts(
                PolicyVersions.mark(connection),
                footings.lost(
                        connection,
                        moves.stream().flatMap(move -> move.footing().stream()).toList()));
        facts.readKeys(connection, moves);
        facts.readUses(connection, moves);
        facts.readCases(connection, moves);
        return facts;
    }

    /** Why the move may not be made; a move without objection is counted in at once, for the members after it. */
    Optional<Objection> objectionTo(CaseMove move) {
        if (policyInForce.filter(move.policy()::equals).isEmpty()) {
            return Optional.of(POLICY_SUPERSEDED);
        }
        if (move.footing().filter(lost::contains).isPresent()) {
            return Optional.of(PERSON_CHANGED);
        }
        return switch (move.change()) {
            case Fresh fresh -> objectionTo(move, fresh);
            case Moved moved -> objectionTo(move.request(), moved);
            case Erased(var moved, var reason) -> objectionTo(move.request(), moved);
            case ReadAgain reading -> objectionTo(move.request(), reading);
            case Nothing() -> Optional.empty();
        };
    }

    private Optional<Objection> objectionTo(TracingRequestId id, Moved moved) {
        var held = cases.get(id);
        if (held == null
                || !held.changedAt().equals(moved.changedAt())
                // A reading is no move, but it may be the disclosure that what is written now knows nothing of.
                || held.readings() != moved.readings()) {
            return Optional.of(CASE_CHANGED);
        }
        // A second step of the same case finds nothing, as if another replica had been faster.
        cases.remove(id);
        return Optional.empty();
    }

    private Optional<Objection> objectionTo(TracingRequestId id, ReadAgain reading) {
        var held = cases.get(id);
        if (held == null || !held.state().equals(TRACED) || held.readings() >= reading.allowed()) {
            return Optional.of(CASE_CHANGED);
        }
        cases.put(id, new HeldCase(TRACED, held.readings() + 1, held.changedAt()));
        return Optional.empty();
    }

    private Optional<Objection> objectionTo(CaseMove move, Fresh fresh) {
        var key = fresh.key().map(given -> new Key(move.agency().value(), given));
        if (key.filter(keys::contains).isPresent()) {
            return Optional.of(KEY_TAKEN);
        }
        if (fresh.use().filter(use -> isUsedUp(move, use)).isPresent()) {
            return Optional.of(LIMIT_REACHED);
        }
        key.ifPresent(keys::add);
        fresh.use().ifPresent(use -> uses.merge(day(move, use), 1, Integer::sum));
        return Optional.empty();
    }

    private boolean isUsedUp(CaseMove move, Use use) {
        var today = uses.getOrDefault(day(move, use), 0);
        var month = uses.entrySet().stream()
                .filter(entry -> entry.getKey().agency().equals(move.agency().value())
                        && entry.getKey().purpose().equals(use.purpose().value())
                        && !entry.getKey().day().isBefore(use.day().withDayOfMonth(1)))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return (use.dailyLimit().isPresent() && today >= use.dailyLimit().getAsInt())
                || (use.monthlyLimit().isPresent()
                        && month >= use.monthlyLimit().getAsInt());
    }

    private static Day day(CaseMove move, Use use) {
        return new Day(move.agency().value(), use.purpose().value(), use.day());
    }

    private void readKeys(Connection connection, List<CaseMove> moves) throws SQLException {
        var wanted = moves.stream()
                .filter(move -> move.change() instanceof Fresh(var key, var use, var file) && key.isPresent())
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(KEYS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            wanted.stream().map(move -> move.agency().value()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            wanted.stream()
                                    .map(move -> ((Fresh) move.change()).key().orElseThrow())
                                    .toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(new Key(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
        }
    }

    private void readUses(Connection connection, List<CaseMove> moves) throws SQLException {
        // Only where a limit is to be held: the purposes without one are the busy ones.
        var limited = moves.stream()
                .filter(move -> move.change() instanceof Fresh(var key, var use, var file)
                        && use.filter(once -> once.dailyLimit().isPresent()
                                        || once.monthlyLimit().isPresent())
                                .isPresent())
                .toList();
        if (limited.isEmpty()) {
            return;
        }
        var uses = limited.stream()
                .map(move -> ((Fresh) move.change()).use().orElseThrow())
                .toList();
        try (var statement = connection.prepareStatement(USES)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            limited.stream().map(move -> move.agency().value()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            uses.stream().map(use -> use.purpose().value()).toArray()));
            statement.setObject(
                    3,
                    uses.stream()
                            .map(Use::day)
                            .min(LocalDate::compareTo)
                            .orElseThrow()
                            .withDayOfMonth(1));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    this.uses.put(
                            new Day(rows.getString(1), rows.getString(2), rows.getObject(3, LocalDate.class)),
                            rows.getInt(4));
                }
            }
        }
    }

    private void readCases(Connection connection, List<CaseMove> moves) throws SQLException {
        var ids = moves.stream()
                .filter(move -> mayFindItChanged(move.change()))
                .map(CaseMove::request)
                .map(TracingRequestId::value)
                .toArray();
        if (ids.length == 0) {
            return;
        }
        try (var statement = connection.prepareStatement(CASES)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    cases.put(
                            new TracingRequestId(rows.getObject(1, UUID.class)),
                            new HeldCase(
                                    rows.getString(2),
                                    rows.getInt(3),
                                    rows.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }

    private static boolean mayFindItChanged(Change change) {
        return switch (change) {
            case Moved moved -> true;
            case Erased erased -> true;
            case ReadAgain reading -> true;
            case Fresh fresh -> false;
            case Nothing() -> false;
        };
    }
}
