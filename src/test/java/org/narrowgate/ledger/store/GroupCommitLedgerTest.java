package org.narrowgate.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.GroupCommitLedger.Bounds;

class GroupCommitLedgerTest {
    private static MigratedDatabase database;
    private GroupCommitLedger ledger;

    @BeforeAll
    static void startDatabase() throws SQLException {
        database = new MigratedDatabase();
        owner("CREATE TABLE note (entry bigint PRIMARY KEY, word text NOT NULL)");
        owner("GRANT SELECT, INSERT ON note TO " + MigratedDatabase.APPLICATION);
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void openLedger() throws SQLException {
        owner("TRUNCATE note, ledger_particulars, ledger_entry");
        ledger = new GroupCommitLedger(database.asApplication(), Bounds.DEFAULT);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void givesConcurrentAppendsDensePositionsAndWritesEachWithItsShare() throws Exception {
        // When
        var positions = concurrently(200, number -> written(ledger.append(entry(number), NOTES, "word-" + number)));
        // Then
        assertThat(positions.stream().map(Position::index).sorted())
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
        assertThat(count("ledger_entry")).isEqualTo(200);
        assertThat(count("ledger_particulars")).isEqualTo(200);
        assertThat(count("note JOIN ledger_entry ON index = entry"
                        + " AND convert_from(circumstances, 'UTF8')::jsonb ->> 'number' = substr(word, 6)"))
                .isEqualTo(200);
    }

    @Test
    void keepsPositionsDenseOverReplicas() throws Exception {
        // Given
        try (var replica = new GroupCommitLedger(database.asApplication(), Bounds.DEFAULT)) {
            // When
            var positions = concurrently(
                    100, number -> written((number % 2 == 0 ? ledger : replica).append(entry(number), NOTES, "word")));
            // Then
            assertThat(new HashSet<>(positions.stream().map(Position::index).toList()))
                    .isEqualTo(new HashSet<>(LongStream.range(0, 100).boxed().toList()));
        }
    }

    @Test
    void leavesNoTraceOfWhatItsShareObjectsTo() throws Exception {
        // When
        var answers =
                concurrently(60, number -> ledger.append(entry(number), NOTES, number % 3 == 0 ? "refused" : "word"));
        // Then
        assertThat(answers.stream().filter(new Appended.Objected<>("not this one")::equals))
                .hasSize(20);
        assertThat(count("ledger_entry")).isEqualTo(40);
        assertThat(count("note")).isEqualTo(40);
    }

    /** A connection plans once, and does so for an empty table where that is what was known of a new part of the log. */
    @Test
    void readsNoMoreOfALogThatGrewSinceItWasFirstRead() throws Exception {
        // Given
        int grown = 5_000;
        owner("VACUUM ANALYZE ledger_entry");
        try (var pool = database.asApplicationPooled();
                var pooled = new GroupCommitLedger(pool, Bounds.DEFAULT)) {
            for (int number = 0; number < 10; number++) {
                pooled.append(entry(number), NOTES, "word");
            }
            EntriesInBulk.add(database, 10, grown);
            // When
            for (int number = 0; number < 10; number++) {
                pooled.append(entry(number), NOTES, "word");
            }
        }
        awaitGone(MigratedDatabase.APPLICATION);
        // Then
        assertThat(number("SELECT sum(seq_tup_read) FROM pg_stat_user_tables WHERE relname LIKE 'ledger_entry%'"))
                .isLessThan(grown);
    }

    /** As a migration does that locks the same tables in another order. */
    @Test
    void writesAnAppendAgainThatHadToGiveWayInADeadlock() throws Exception {
        try (var migration = database.connectAsOwner();
                var statement = migration.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            migration.setAutoCommit(false);
            // So that the append is the one who looks for a deadlock, and gives way.
            statement.execute("SET LOCAL deadlock_timeout = '20s'; LOCK TABLE note");
            var appended = threads.submit(() -> ledger.append(entry(1), NOTES, "word"));
            while (count("pg_locks WHERE NOT granted AND relation = 'note'::regclass") == 0) {
                Thread.sleep(Duration.ofMillis(10));
            }
            // When
            statement.execute("LOCK TABLE ledger_entry");
            migration.commit();
            // Then
            assertThat(written(appended.get()).index()).isZero();
        }
        assertThat(count("ledger_entry")).isEqualTo(1);
        assertThat(count("note")).isEqualTo(1);
    }

    @Test
    void writesTheOthersOfABatchWhenTheDatabaseWillNotTakeOne() throws Exception {
        // When
        var failures = concurrently(40, number -> {
            try {
                ledger.append(entry(number), NOTES, number == 7 ? "not\0text" : "word");
                return 0;
            } catch (LedgerUnavailableException e) {
                return 1;
            }
        });
        // Then
        assertThat(failures.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(count("ledger_entry")).isEqualTo(39);
    }

    @Test
    void commitsToBothPartsWithSaltsOfTheirOwn() throws Exception {
        // When
        var position = written(ledger.append(entry(1), NOTES, "word"));
        // Then
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT circumstances, circumstances_salt, particulars_hash, leaf_hash,"
                                + " salt, particulars FROM ledger_entry JOIN ledger_particulars USING (index)")) {
            row.next();
            var particularsHash = Commitment.ofPart(row.getBytes("salt"), row.getBytes("particulars"));
            var leaf = Commitment.leaf(Commitment.ofEntry(
                    Commitment.ofPart(row.getBytes("circumstances_salt"), row.getBytes("circumstances")),
                    particularsHash));
            assertThat(row.getBytes("circumstances")).isEqualTo("{\"number\":1}".getBytes(UTF_8));
            assertThat(row.getBytes("salt")).isNotEqualTo(row.getBytes("circumstances_salt"));
            assertThat(row.getBytes("particulars_hash")).isEqualTo(particularsHash);
            assertThat(row.getBytes("leaf_hash")).isEqualTo(leaf);
            assertThat(position.leafHash()).isEqualTo(Base64.getEncoder().encodeToString(leaf));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void failsAndWritesNothingWhereverTheDatabaseFailsBeforeTheCommit(int step) throws Exception {
        // Given
        try (var failing = new GroupCommitLedger(
                new FailingDatabase(database.asApplication(), step), new Bounds(8, 8, Duration.ofSeconds(5)))) {
            // When
            assertThatThrownBy(() -> failing.append(entry(1), NOTES, "word"))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageNotContaining("word");
        }
        // Then
        assertThat(count("ledger_entry")).isZero();
        assertThat(count("note")).isZero();
    }

    @Test
    void neverWritesWhatItsCallerHasGivenUp() throws Exception {
        // Given
        var lock = database.connectAsOwner();
        lock.setAutoCommit(false);
        try (lock;
                var impatient =
                        new GroupCommitLedger(database.asApplication(), new Bounds(1, 8, Duration.ofMillis(200)));
                var statement = lock.createStatement()) {
            statement.execute("LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE");
            // When
            concurrently(4, number -> {
                assertThatThrownBy(() -> impatient.append(entry(number), NOTES, "word"))
                        .isInstanceOf(LedgerUnavailableException.class);
                return number;
            });
            lock.rollback();
        }
        // Then
        assertThat(count("ledger_entry")).isLessThanOrEqualTo(1); // the one that was already in the writer's hands
    }

    @Test
    void givesABatchUpTogetherWhenTheLockIsNotToBeHad() throws Exception {
        // Given
        var lock = database.connectAsOwner();
        lock.setAutoCommit(false);
        try (lock;
                var statement = lock.createStatement()) {
            statement.execute("LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE");
            // When
            concurrently(4, number -> {
                assertThatThrownBy(() -> ledger.append(entry(number), NOTES, "word"))
                        .isInstanceOf(LedgerUnavailableException.class);
                return number;
            });
            lock.rollback();
        }
        ledger.close();
        // Then
        assertThat(count("ledger_entry")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET circumstances = circumstances",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry CASCADE",
                "UPDATE ledger_particulars SET particulars = particulars",
                "DELETE FROM ledger_particulars",
                "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
                "DROP TABLE ledger_particulars",
                "CREATE TABLE mine (id int)",
                "CREATE SCHEMA mine"
            })
    void givesTheApplicationNoWayToAlterTheLogOrCreateAnything(String statement) throws Exception {
        try (var connection = database.asApplication().getConnection();
                var attempt = connection.createStatement()) {
            assertThatThrownBy(() -> attempt.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("42501"); // insufficient privilege
        }
    }

    // One for all appends, or they would never meet in a batch.
    private static final Notes NOTES = new Notes();

    /** A share of another room: notes beside entries. */
    private record Notes() implements Share<String, String> {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream()
                    .map(word -> word.equals("refused") ? Optional.of("not this one") : Optional.<String>empty())
                    .toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) throws SQLException {
            try (var row = connection.prepareStatement("INSERT INTO note VALUES (?, ?)")) {
                for (int i = 0; i < members.size(); i++) {
                    row.setLong(1, positions.get(i).index());
                    row.setString(2, members.get(i));
                    row.addBatch();
                }
                row.executeBatch();
            }
        }
    }

    private static Entry entry(int number) {
        return Entry.of(Map.of("number", number), Map.of("caseReference", "case-" + number));
    }

    private static Position written(Appended<String> appended) {
        return ((Appended.Written<String>) appended).position();
    }

    private static <T> List<T> concurrently(int times, ThrowingFunction<T> task) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return task.apply(number);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private interface ThrowingFunction<T> {
        T apply(int number) throws Exception;
    }

    // What a connection counted is known once it is gone.
    private static void awaitGone(String user) throws Exception {
        while (count("pg_stat_activity WHERE usename = '" + user + "'") > 0) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    private static long count(String from) throws SQLException {
        return number("SELECT count(*) FROM " + from);
    }

    private static long number(String question) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
