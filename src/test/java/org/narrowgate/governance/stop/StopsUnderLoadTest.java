package org.narrowgate.governance.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.CaseMove.Change;
import org.narrowgate.casework.CaseMove.Objection;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.store.PanacheCaseFiles;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.disclosure.Footing;
import org.narrowgate.disclosure.Footings;
import org.narrowgate.disclosure.Restrictions;
import org.narrowgate.governance.Author;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.GroupCommitLedger;
import org.narrowgate.ledger.store.GroupCommitLedger.Bounds;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stoppable;

/** Three writers on one database, none of which is told of a stop: the log alone keeps them from releasing. */
class StopsUnderLoadTest {
    private static final AgencyId COURT = new AgencyId("court-service");

    private static MigratedDatabase database;
    private static List<GroupCommitLedger> replicas;

    private final ConcurrentLinkedQueue<Long> released = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> objected = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws SQLException {
        database = new MigratedDatabase();
        replicas = IntStream.range(0, 3)
                .mapToObj(replica -> new GroupCommitLedger(database.asApplication(), Bounds.DEFAULT))
                .toList();
        try (var connection = database.asApplication().getConnection()) {
            PolicyVersions.insert(connection, new PolicyVersion(1, Policy.shipped(), Instant.EPOCH), 1_000_000);
        }
    }

    @AfterAll
    static void stop() {
        replicas.forEach(GroupCommitLedger::close);
        database.close();
    }

    @Test
    @Timeout(60) // a writer that nothing stops would write for ever
    void noReleaseFollowsTheEntryOfAStopOnAnyReplica() throws Exception {
        // Given
        var stopped = new AtomicBoolean();
        Share<CaseMove, Objection> casework =
                new PanacheCaseFiles(database.asApplication(), new Footings(new NobodyRestricted())).share();
        var asking = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 30; i++) {
            var replica = replicas.get(i % 3);
            asking.add(() -> releaseUntilObjected(replica, casework));
        }
        Callable<Long> stopping = () -> {
            while (released.size() < 300) {
                Thread.onSpinWait();
            }
            var move = new StopMove(
                    new StopMove.Kind.ToStop(),
                    new Stoppable.OfAgency(COURT),
                    new Author("ada", "Ada"),
                    "a reason to stop",
                    new PolicyMark(1, 0));
            var position = written(replicas.getFirst().append(entry("stop"), new StopShare(), move));
            stopped.set(true);
            return position;
        };
        // When
        long stop;
        try (var threads = Executors.newFixedThreadPool(31)) {
            var stopper = threads.submit(stopping);
            for (var asked : threads.invokeAll(asking)) {
                asked.get();
            }
            stop = stopper.get();
        }
        // Then
        assertThat(released).hasSizeGreaterThanOrEqualTo(300).allMatch(index -> index < stop);
        assertThat(objected).hasSize(30);
        assertThat(stopped).isTrue();
    }

    // Decided before the stop, and never looked at anew.
    private Void releaseUntilObjected(GroupCommitLedger replica, Share<CaseMove, Objection> casework) {
        while (true) {
            var move = new CaseMove(
                    COURT,
                    new TracingRequestId(UUID.randomUUID()),
                    new PolicyMark(1, 0),
                    Optional.empty(),
                    new Change.Nothing());
            switch (replica.append(entry("reading"), casework, move)) {
                case Appended.Written<Objection>(var position) -> released.add(position.index());
                case Appended.Objected<Objection>(var objection) -> {
                    assertThat(objection).isEqualTo(Objection.POLICY_SUPERSEDED);
                    objected.add(1L);
                    return null;
                }
            }
        }
    }

    private record NobodyRestricted() implements Restrictions {
        @Override
        public boolean hold(Set<String> knownAs, Set<PurposeId> purposes) {
            return false;
        }

        @Override
        public Set<Integer> heldBack(Connection connection, List<Footing> footings) {
            return Set.of();
        }
    }

    private static long written(Appended<?> appended) {
        return ((Appended.Written<?>) appended).position().index();
    }

    private static Entry entry(String kind) {
        return Entry.of(Map.of("form", 1, "kind", kind), Map.of());
    }
}
