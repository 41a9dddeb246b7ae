package org.narrowgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.publication.LostFromLogException;
import org.narrowgate.ledger.publication.NotPublishedException;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.SeenCheckpoint;
import org.narrowgate.ledger.publication.Tick;
import org.narrowgate.ledger.publication.Witnesses;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;

class JdbcPublishedLogTest {
    private static final WitnessKey ONE = WitnessKey.generate("witness.example/one");
    private static final WitnessKey TWO = WitnessKey.generate("witness.example/two");
    private static final WitnessKey STRANGER = WitnessKey.generate("witness.example/stranger");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static IntegratedDatabase log;

    @TempDir
    private Path folder;

    private ElectedIntegrator integrator;

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
        integrator = log.integrator(folder.resolve("last-checkpoint"));
    }

    @Test
    void hasNothingBeforeItsFirstCheckpoint() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var published = published(0);
        // Then
        assertThat(published.latest()).isEmpty();
        assertThat(published.witnessed()).isEmpty();
        assertThat(published.at(10)).isEmpty();
        assertThatThrownBy(() -> published.hashes(new Tile(0, 0, 1))).isInstanceOf(NotPublishedException.class);
    }

    @Test
    void givesTheTilesOfItsLastCheckpointFromWhichItsRootFollows() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 70_000);
        var checkpoint = signed(integrator.tick());
        var published = published(0);
        // When
        var root = new MerkleTree(published).root(70_000);
        // Then
        assertThat(published.latest()).contains(checkpoint);
        assertThat(root).isEqualTo(checkpoint.checkpoint().root());
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 189", "0, 3, 1", "1, 0, 3", "2, 0, 1", "63, 0, 1", "0, 999999999999999999, 256"})
    void givesNothingBeyondItsLastCheckpoint(int level, long number, int width) throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 700);
        integrator.tick();
        EntriesInBulk.add(log.database, 700, 1000);
        // Then
        assertThatThrownBy(() -> published(0).hashes(new Tile(level, number, width)))
                .isInstanceOf(NotPublishedException.class);
    }

    @Test
    void givesEntriesThatHashToTheLeavesBesideThem() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 700);
        integrator.tick();
        // When
        var bundle = published(0).entries(new Tile(0, 2, 188));
        // Then
        assertThat(entries(bundle).stream().map(Hash::leaf))
                .isEqualTo(published(0).hashes(new Tile(0, 2, 188)))
                .hasSize(188);
    }

    @Test
    void givesOtherEntriesThanTheLeavesWhereAByteWasFlipped() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 700);
        integrator.tick();
        log.run("UPDATE ledger_entry SET circumstances = set_byte(circumstances, 3, 120) WHERE index = 600");
        var tile = new Tile(0, 2, 188);
        // When
        var entries = entries(published(0).entries(tile));
        var leaves = published(0).hashes(tile);
        // Then
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(188)
                        .filter(i -> !Hash.leaf(entries.get(i)).equals(leaves.get(i))))
                .containsExactly(600 - 512);
    }

    @Test
    void standsByTheCheckpointItHasSeenWhereTheLogDoesNotContinueIt() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 700);
        var checkpoint = signed(integrator.tick());
        var published = published(0);
        published.latest();
        integrator.close();
        log.empty();
        EntriesInBulk.add(log.database, 0, 800, "another history");
        var another = signed(log.integrator(folder.resolve("another")).tick());
        // Then
        assertThat(published.latest()).contains(checkpoint);
        assertThat(new MerkleTree(published).root(700))
                .isNotEqualTo(checkpoint.checkpoint().root());
        assertThat(published(0).latest()).contains(another);
    }

    @Test
    void standsByTheCheckpointItHasSeenWhereTheLogIsSmaller() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        integrator.tick();
        EntriesInBulk.add(log.database, 10, 10);
        var checkpoint = signed(integrator.tick());
        var published = published(0);
        published.latest();
        log.run("DELETE FROM ledger_checkpoint WHERE size = 20");
        log.run("DELETE FROM ledger_entry WHERE index >= 10");
        // Then
        assertThat(published.latest()).contains(checkpoint);
        assertThat(published.witnessed()).contains(checkpoint.note());
        assertThatThrownBy(() -> published.hashes(new Tile(0, 0, 20))).isInstanceOf(LostFromLogException.class);
    }

    @Test
    void showsTheSignedCheckpointAlsoWhereItIsNoMoreItsTrees() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var checkpoint = signed(integrator.tick());
        log.run("UPDATE ledger_entry SET leaf_hash = sha256('') WHERE index = 3");
        var published = published(0);
        // Then
        assertThat(published.latest()).contains(checkpoint);
        assertThat(new MerkleTree(published).root(10))
                .isNotEqualTo(checkpoint.checkpoint().root());
    }

    @Test
    void showsTheSignedCheckpointAlsoWhereAnEntryWasTakenAway() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var checkpoint = signed(integrator.tick());
        log.run("DELETE FROM ledger_entry WHERE index = 3");
        var published = published(0);
        // Then
        assertThat(published.latest()).contains(checkpoint);
        assertThatThrownBy(() -> published.hashes(new Tile(0, 0, 10))).isInstanceOf(LostFromLogException.class);
        assertThatThrownBy(() -> published.entries(new Tile(0, 0, 10))).isInstanceOf(LostFromLogException.class);
    }

    @Test
    void goesOnFromARepairedLogWithoutAnythingToForget() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        integrator.tick();
        log.run("CREATE TABLE taken AS SELECT leaf_hash FROM ledger_entry WHERE index = 3");
        log.run("UPDATE ledger_entry SET leaf_hash = sha256('') WHERE index = 3");
        var published = published(0);
        published.latest();
        // When
        log.run("UPDATE ledger_entry SET leaf_hash = (SELECT leaf_hash FROM taken) WHERE index = 3");
        log.run("DROP TABLE taken");
        EntriesInBulk.add(log.database, 10, 10);
        var checkpoint = signed(integrator.tick());
        // Then
        assertThat(published.latest()).contains(checkpoint);
    }

    @Test
    void isWitnessedWhereAsManyCosignedAsAreNeeded() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var small = signed(integrator.tick());
        EntriesInBulk.add(log.database, 10, 10);
        var large = signed(integrator.tick());
        // When
        var byOne = cosign(small, ONE);
        var byTwo = cosign(small, TWO);
        var largeByOne = cosign(large, ONE);
        cosign(large, STRANGER);
        // Then
        assertThat(published(2).witnessed()).contains(small.note().with(byOne).with(byTwo));
        assertThat(published(1).witnessed()).contains(large.note().with(largeByOne));
        assertThat(published(0).witnessed()).contains(large.note().with(largeByOne));
    }

    @Test
    void keepsTheFirstCosignatureOfAWitness() throws Exception {
        // Given
        EntriesInBulk.add(log.database, 0, 10);
        var checkpoint = signed(integrator.tick());
        var first = cosign(checkpoint, ONE);
        // When
        new JdbcCosignatures(log.database.asApplication())
                .keep(
                        10,
                        ONE.verifyingKey(),
                        ONE.cosign(checkpoint.note().text(), NOON.plusSeconds(60)),
                        NOON.plusSeconds(60));
        // Then
        assertThat(published(1).witnessed()).contains(checkpoint.note().with(first));
    }

    private static NoteSignature cosign(PublishedCheckpoint checkpoint, WitnessKey witness) {
        var signature = witness.cosign(checkpoint.note().text(), NOON);
        new JdbcCosignatures(log.database.asApplication())
                .keep(checkpoint.size(), witness.verifyingKey(), signature, NOON);
        return signature;
    }

    private static JdbcPublishedLog published(int needed) {
        return new JdbcPublishedLog(
                log.database.asApplication(),
                new Witnesses(List.of(ONE.verifyingKey(), TWO.verifyingKey()), needed),
                new SeenCheckpoint());
    }

    private static List<byte[]> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        var rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            var entry = new byte[rest.getShort()];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static PublishedCheckpoint signed(Tick tick) {
        assertThat(tick).isInstanceOf(Tick.Signed.class);
        return ((Tick.Signed) tick).checkpoint();
    }
}
