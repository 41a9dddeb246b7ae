package org.narrowgate.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.ledger.WrittenEntry;
import org.narrowgate.ledger.store.CommittedEntries;
import org.narrowgate.ledger.store.GroupCommitLedger;
import org.narrowgate.ledger.store.GroupCommitLedger.Bounds;

/** The register folded from a real log, before and after its particulars are gone. */
class ErasureTest {
    private static final int REQUESTS = 5_000;
    private static MigratedDatabase database;
    private static WrittenEntries log;
    private static History history;

    @BeforeAll
    static void writeAHistory() throws Exception {
        database = new MigratedDatabase();
        log = new CommittedEntries(database.asApplication());
        history = new History(21, Instant.now()).goOn(REQUESTS, 1_000_000);
        try (var ledger = new GroupCommitLedger(database.asApplication(), Bounds.DEFAULT);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Two requests may be written in any order; the entries of one may not.
            for (var batch : inTurn(history.entries())) {
                for (var written : writers.invokeAll(batch.stream()
                        .<Callable<Object>>map(entry -> () -> ledger.append(entry(entry), NOTHING, ""))
                        .toList())) {
                    written.get();
                }
            }
        }
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @Test
    void totalsEqualTheRequestsReceivedAlsoAfterEveryParticularIsErased() throws SQLException {
        // Given
        var before = figures();
        // When
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE eraser");
            assertThat(statement.executeUpdate("DELETE FROM ledger_particulars"))
                    .isEqualTo(history.entries().size());
        }
        // Then
        assertThat(figures()).isEqualTo(before);
        assertThat(before.received(new Column.Total())).isEqualTo(REQUESTS);
    }

    @Test
    void readsTheLogInBoundedBatchesWithoutGaps() {
        assertThat(log.after(-1, 3).stream().map(WrittenEntry::index)).containsExactly(0L, 1L, 2L);
        assertThat(log.after(2, 2).stream().map(WrittenEntry::index)).containsExactly(3L, 4L);
        assertThat(log.after(history.entries().size() - 1L, 3)).isEmpty();
    }

    private static Figures figures() {
        var fold = TestFold.empty();
        for (var next = log.after(-1, 700); !next.isEmpty(); next = log.after(fold.entries() - 1, 700)) {
            next.forEach(fold::add);
        }
        assertThat(fold.register().discrepancies()).isEmpty();
        return fold.register().figures(fold.register().firstMonth().orElseThrow());
    }

    private static Entry entry(WrittenEntry made) {
        return new Entry(
                made.circumstances(),
                Entry.of(Map.of(), Map.of("caseReference", "x")).particulars());
    }

    /** Batches in which no request has two entries. */
    private static List<List<WrittenEntry>> inTurn(List<WrittenEntry> entries) {
        var batches = new ArrayList<List<WrittenEntry>>();
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var request =
                    Circumstances.read(entry.circumstances()).orElseThrow().request();
            if (batches.isEmpty() || !seen.add(request)) {
                batches.add(new ArrayList<>());
                seen.clear();
                seen.add(request);
            }
            batches.getLast().add(entry);
        }
        return List.copyOf(batches);
    }

    private static final Share<String, String> NOTHING = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(member -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {
            // Nothing stands or falls with these entries.
        }
    };
}
