package org.narrowgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.Tick;
import org.narrowgate.ledger.tree.Hash;

/** One integrator at its work, and several that are after the same place. */
class ElectedIntegratorTest {
    private static final SigningKey OTHER = SigningKey.generate("log.example/narrowgate");

    private static IntegratedDatabase log;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void startDatabase() {
        log = new IntegratedDatabase();
    }

    @AfterAll
    static void stopDatabase() {
        log.close();
    }

    @BeforeEach
    void emptyTheLog() throws SQLException {
        log.empty();
        file = folder.resolve("last-checkpoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 70_000})
    void signsTheRootOverAllEntriesAndKeepsTheRootOfEachFullTile(int entries) throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, entries);
        var leaves = log.leaves();
        // When
        var checkpoint = signed(log.integrator(file).tick());
        // Then
        assertThat(checkpoint.checkpoint())
                .isEqualTo(new Checkpoint("log.example/narrowgate", entries, BruteForceTree.root(leaves)));
        assertThat(checkpoint.note().signers(List.of(IntegratedDatabase.KEY.verifyingKey())))
                .isEqualTo(new SignedNote.Signers.Known(List.of(IntegratedDatabase.KEY.verifyingKey())));
        assertThat(log.rows("SELECT level, number, encode(hash, 'base64') FROM ledger_tile_root ORDER BY 1, 2"))
                .isEqualTo(rootsOfFullTiles(leaves));
        assertThat(log.rows("SELECT size, note FROM ledger_checkpoint"))
                .containsExactly(List.of("" + entries, checkpoint.note().format()));
        assertThat(file).hasContent(checkpoint.note().format());
    }

    @Test
    void signsNothingNewWhereNothingCame() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var integrator = log.integrator(file);
        integrator.tick();
        // When
        var tick = integrator.tick();
        // Then
        assertThat(tick).isEqualTo(new Tick.NothingNew(10));
        assertThat(log.rows("SELECT count(*) FROM ledger_checkpoint")).containsExactly(List.of("1"));
    }

    @Test
    void growsTheTreeTickByTickAsEntriesCome() throws Exception {
        // Given
        var integrator = log.integrator(file);
        var sizes = List.of(3, 250, 3, 1, 300, 1, 65_000, 700);
        // When
        var roots = new ArrayList<Hash>();
        int size = 0;
        for (int more : sizes) {
            EntriesInBulk.add(log.database, size, more);
            size += more;
            roots.add(signed(integrator.tick()).checkpoint().root());
        }
        // Then
        var leaves = log.leaves();
        var ends = IntStream.rangeClosed(1, sizes.size())
                .map(count -> sizes.subList(0, count).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(roots)
                .isEqualTo(ends.mapToObj(end -> BruteForceTree.root(leaves.subList(0, end)))
                        .toList());
        assertThat(log.rows("SELECT level, number, encode(hash, 'base64') FROM ledger_tile_root ORDER BY 1, 2"))
                .isEqualTo(rootsOfFullTiles(leaves));
    }

    @Test
    void signsOnItsWayWhereManyEntriesAreInArrears() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 140_000);
        var integrator = log.integrator(file);
        // When
        var first = signed(integrator.tick());
        var second = signed(integrator.tick());
        // Then
        assertThat(List.of(first.size(), second.size())).containsExactly(131_072L, 140_000L);
        assertThat(second.checkpoint().root()).isEqualTo(BruteForceTree.root(log.leaves()));
    }

    @Test
    void publishesWhatItsPredecessorWroteOutsideTheDatabaseAndDiedBeforePublishing() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 5);
        var first = log.integrator(file);
        first.tick();
        EntriesInBulk.add(log.database, 5, 5);
        var written = signed(first.tick()).note().format();
        first.close();
        log.run("DELETE FROM ledger_checkpoint WHERE size = 10");
        EntriesInBulk.add(log.database, 10, 5);
        var second = log.integrator(file);
        // When
        var ticks = List.of(signed(second.tick()), signed(second.tick()));
        // Then
        assertThat(ticks.getFirst().note().format()).isEqualTo(written);
        assertThat(ticks.getLast().checkpoint())
                .isEqualTo(new Checkpoint("log.example/narrowgate", 15, BruteForceTree.root(log.leaves())));
    }

    @Test
    void hasOneOfTwoAtWorkUntilThatOneStops() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var first = log.integrator(file);
        var second = log.integrator(file);
        // When
        var ticks = List.of(
                first.tick().getClass(), second.tick().getClass(), first.tick().getClass());
        first.close();
        var afterwards = List.of(first.tick(), second.tick());
        // Then
        assertThat(ticks).containsExactly(Tick.Signed.class, Tick.Elsewhere.class, Tick.NothingNew.class);
        assertThat(afterwards).containsExactly(new Tick.Elsewhere(), new Tick.NothingNew(10));
        assertThat(second.isElected()).isTrue();
    }

    @Test
    void stopsPublishingWhenItsConnectionIsCutAndAnotherTookItsPlace() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var first = log.integrator(file);
        var second = log.integrator(file);
        first.tick();
        // When
        cutTheIntegratorsConnection();
        EntriesInBulk.add(log.database, 10, 10);
        var ticks = List.of(
                second.tick().getClass(), first.tick().getClass(), second.tick().getClass());
        // Then
        assertThat(ticks).containsExactly(Tick.Signed.class, Tick.Elsewhere.class, Tick.NothingNew.class);
        assertThat(List.of(first.isElected(), second.isElected())).containsExactly(false, true);
    }

    @Test
    void takesItsPlaceAgainWhenItsConnectionIsCutAndNobodyElseIsThere() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var integrator = log.integrator(file);
        integrator.tick();
        // When
        cutTheIntegratorsConnection();
        EntriesInBulk.add(log.database, 10, 10);
        // Then
        assertThat(signed(integrator.tick()).size()).isEqualTo(20);
    }

    @Test
    void leavesThePoolAsItFoundItHoweverOftenItGivesItsPlaceUp() throws Exception {
        // Given
        try (var pool = log.database.asApplicationPooled()) {
            for (int i = 0; i < 3; i++) {
                var integrator = log.integrator(file, IntegratedDatabase.KEYS, pool);
                // When
                var ticks = new ArrayList<Tick>();
                ticks.add(integrator.tick());
                cutTheIntegratorsConnection();
                ticks.add(integrator.tick());
                integrator.close();
                // Then
                assertThat(ticks).doesNotHaveAnyElementsOfTypes(Tick.Elsewhere.class, Tick.Interrupted.class);
            }
        }
    }

    @Test
    void ticksAtWholeSecondsOfTheDatabasesClock() throws Exception {
        // Given
        var integrator = log.integrator(file);
        integrator.tick();
        // When
        var wait = integrator.untilNextTick();
        var rest = log.rows("SELECT 1000 - extract(milliseconds FROM clock_timestamp())::int % 1000");
        // Then
        var later = Long.parseLong(rest.getFirst().getFirst());
        assertThat(Math.floorMod(wait.toMillis() - later, 1000L)).isLessThan(500);
        assertThat(wait.toMillis()).isBetween(1L, 1000L);
    }

    @Test
    void hasAllKeysSignSideBySideWhileOneTakesTheOthersPlace() throws Exception {
        // Given
        var old = IntegratedDatabase.KEY;
        var known = List.of(old.verifyingKey(), OTHER.verifyingKey());
        var rotation = List.of(
                new LogKeys(List.of(old), List.of()),
                new LogKeys(List.of(old, OTHER), List.of()),
                new LogKeys(List.of(OTHER), List.of(old.verifyingKey())));
        // When
        var signers = new ArrayList<SignedNote.Signers>();
        for (int i = 0; i < rotation.size(); i++) {
            EntriesInBulk.add(log.database, 10L * i, 10);
            var integrator = log.integrator(file, rotation.get(i));
            signers.add(signed(integrator.tick()).note().signers(known));
            integrator.close();
        }
        // Then
        assertThat(signers)
                .containsExactly(
                        new SignedNote.Signers.Known(List.of(old.verifyingKey())),
                        new SignedNote.Signers.Known(known),
                        new SignedNote.Signers.Known(List.of(OTHER.verifyingKey())));
    }

    @Test
    void writesDownOnceThatItRefusesAndOnceThatItGoesOn() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var integrator = log.integrator(file);
        integrator.tick();
        var kept = Files.readString(file);
        Files.delete(file);
        // When
        integrator.tick();
        integrator.tick();
        log.integrator(file).tick();
        Files.writeString(file, kept);
        integrator.tick();
        integrator.tick();
        // Then
        assertThat(log.rows("SELECT refusal FROM ledger_signing_event ORDER BY id"))
                .containsExactly(
                        List.of("the file of the last checkpoint is missing: an operator decides, by putting there a"
                                + " checkpoint they trust"),
                        List.of("null"));
    }

    private static void cutTheIntegratorsConnection() throws SQLException {
        assertThat(log.rows("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND classid = x'696e7465'::int"))
                .containsExactly(List.of("t"));
    }

    private static PublishedCheckpoint signed(Tick tick) {
        assertThat(tick).isInstanceOf(Tick.Signed.class);
        return ((Tick.Signed) tick).checkpoint();
    }

    private static List<List<String>> rootsOfFullTiles(List<Hash> leaves) {
        var rows = new ArrayList<List<String>>();
        int span = 256;
        for (int level = 0; leaves.size() >= span; level++) {
            for (int number = 0; (number + 1) * span <= leaves.size(); number++) {
                var root = BruteForceTree.root(leaves.subList(number * span, (number + 1) * span));
                rows.add(List.of("" + level, "" + number, root.base64()));
            }
            span *= 256;
        }
        return rows;
    }
}
