package org.narrowgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.publication.LastCheckpoint;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.Tick;

/** Whatever is done to the database or to the file: no checkpoint below or beside the last one. */
class RefusalToSignTest {
    private static final long SIGNED = 700;

    private static IntegratedDatabase log;

    @TempDir
    private Path folder;

    private Path file;
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
    void signSevenHundredEntries() throws SQLException {
        log.empty();
        file = folder.resolve("last-checkpoint");
        EntriesInBulk.add(log.database, 0, SIGNED);
        var first = log.integrator(file);
        first.tick();
        first.close();
        // As after a start: it remembers nothing.
        integrator = log.integrator(file);
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of(
                        "an entry of a tile that is not full is altered with its leaf",
                        "UPDATE ledger_entry SET leaf_hash = sha256('') WHERE index = 650",
                        "the first 700 entries are not those of the last checkpoint outside the database: the log was"
                                + " altered, or is another one"),
                Arguments.of(
                        "an entry of a full tile is altered with its leaf",
                        "UPDATE ledger_entry SET leaf_hash = sha256('') WHERE index = 300",
                        "entry 300 is not what its leaf hash says: it was altered"),
                Arguments.of(
                        "an entry of a full tile is altered beside its leaf",
                        "UPDATE ledger_entry SET circumstances = set_byte(circumstances, 3, 120) WHERE index = 300",
                        "entry 300 is not what its leaf hash says: it was altered"),
                Arguments.of(
                        "two entries change places",
                        "UPDATE ledger_entry AS one SET circumstances = other.circumstances,"
                                + " circumstances_salt = other.circumstances_salt,"
                                + " particulars_hash = other.particulars_hash, leaf_hash = other.leaf_hash"
                                + " FROM ledger_entry AS other WHERE one.index + other.index = 301"
                                + " AND one.index IN (150, 151)",
                        "the hashes of tile 0/000 do not have the root that was signed: they were altered"),
                Arguments.of(
                        "the root of a tile is altered",
                        "UPDATE ledger_tile_root SET hash = sha256('') WHERE number = 1",
                        "the first 700 entries are not those of the last checkpoint outside the database: the log was"
                                + " altered, or is another one"),
                Arguments.of(
                        "the log is truncated",
                        "DELETE FROM ledger_entry WHERE index >= 690",
                        "the log has fewer entries than the 700 of the last checkpoint outside the database: it was"
                                + " truncated, or an older state was restored"),
                Arguments.of(
                        "an entry is taken out of a full tile",
                        "DELETE FROM ledger_entry WHERE index = 20",
                        "hashes of tile 0/000 are missing: entries or rows of the tree were taken away"),
                Arguments.of(
                        "an entry is taken out of the last tile",
                        "DELETE FROM ledger_entry WHERE index = 600",
                        "hashes of tile 0/002.p/188 are missing: entries or rows of the tree were taken away"),
                Arguments.of(
                        "another checkpoint is put in the database's",
                        "UPDATE ledger_checkpoint SET note = replace(note, E'\\n700\\n', E'\\n699\\n')",
                        "the first 699 entries are not those of the last checkpoint in the database: the log was"
                                + " altered, or is another one"),
                Arguments.of(
                        "the database's checkpoint is overwritten with something else",
                        "UPDATE ledger_checkpoint SET note = 'nothing'",
                        "a last checkpoint is none: a blank line stands between a note's text and its signatures"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void refusesWhere(String what, String command, String reason) throws Exception {
        // Given
        log.run(command);
        // When
        var tick = integrator.tick();
        // Then
        assertThat(tick).isEqualTo(new Tick.Refused(reason));
        assertThat(log.rows("SELECT size FROM ledger_checkpoint")).containsExactly(List.of("" + SIGNED));
    }

    @Test
    void refusesALogThatWasRolledBackAndThenGrewPastTheLastCheckpoint() throws Exception {
        // Given
        log.run("DELETE FROM ledger_checkpoint; DELETE FROM ledger_tile_root WHERE number > 0;"
                + " DELETE FROM ledger_entry WHERE index >= 400");
        EntriesInBulk.add(log.database, 400, 600, "another history");
        // When
        var tick = integrator.tick();
        // Then
        assertThat(tick)
                .isEqualTo(new Tick.Refused(
                        "hashes of tile 1/000.p/2 are missing: entries or rows of the tree were" + " taken away"));
        assertThat(log.rows("SELECT count(*) FROM ledger_checkpoint")).containsExactly(List.of("0"));
    }

    @Test
    void refusesACopyOfTheDatabaseThatWentAnotherWay() throws Exception {
        try (var copy = new IntegratedDatabase()) {
            // Given
            EntriesInBulk.add(copy.database, 0, SIGNED);
            EntriesInBulk.add(copy.database, SIGNED, 10, "another history");
            var ofCopy = copy.integrator(folder.resolve("the copy's own"));
            ofCopy.tick();
            ofCopy.close();
            EntriesInBulk.add(log.database, SIGNED, 10);
            integrator.tick();
            // When
            var tick = copy.integrator(file).tick();
            // Then
            assertThat(tick)
                    .isEqualTo(new Tick.Refused("the first 710 entries are not those of the last checkpoint outside the"
                            + " database: the log was altered, or is another one"));
            assertThat(integrator.tick()).isEqualTo(new Tick.NothingNew(710));
        }
    }

    @Test
    void remembersWhatItSignedAlsoWhereFileAndDatabaseWereBothPutBack() throws Exception {
        // Given
        var kept = Files.readString(file);
        EntriesInBulk.add(log.database, SIGNED, 10);
        integrator.tick();
        Files.writeString(file, kept);
        log.run("DELETE FROM ledger_checkpoint WHERE size > 700; DELETE FROM ledger_entry WHERE index >= 700");
        EntriesInBulk.add(log.database, SIGNED, 20, "another history");
        // When
        var tick = integrator.tick();
        // Then
        assertThat(tick)
                .isEqualTo(new Tick.Refused("the first 710 entries are not those of the last checkpoint that this"
                        + " replica has seen: the log was altered, or is another one"));
    }

    @Test
    void goesOnByItselfOnceTheLogIsAgainTheOneThatWasSigned() throws Exception {
        // Given
        log.run("CREATE TABLE taken AS SELECT * FROM ledger_entry WHERE index >= 690");
        log.run("DELETE FROM ledger_entry WHERE index >= 690");
        integrator.tick();
        // When
        log.run("INSERT INTO ledger_entry SELECT * FROM taken; DROP TABLE taken");
        EntriesInBulk.add(log.database, SIGNED, 1);
        // Then
        assertThat(integrator.tick()).isInstanceOf(Tick.Signed.class);
        assertThat(log.rows("SELECT size FROM ledger_checkpoint ORDER BY size"))
                .containsExactly(List.of("700"), List.of("701"));
    }

    @Test
    void leavesItToAnOperatorWhereTheFileIsMissing() throws Exception {
        // Given
        var kept = Files.readString(file);
        EntriesInBulk.add(log.database, SIGNED, 10);
        Files.delete(file);
        // When
        var without = integrator.tick();
        Files.writeString(file, kept);
        var with = integrator.tick();
        // Then
        assertThat(without)
                .isEqualTo(new Tick.Refused("the file of the last checkpoint is missing: an operator decides, by"
                        + " putting there a checkpoint they trust"));
        assertThat(with).isInstanceOf(Tick.Signed.class);
    }

    @Test
    void publishesNothingThatTheDiskWouldNotTake() throws Exception {
        // Given
        EntriesInBulk.add(log.database, SIGNED, 10);
        // The place of the file that is written beside it is taken by a folder.
        Files.createDirectory(folder.resolve("last-checkpoint.new"));
        // When
        var tick = integrator.tick();
        // Then
        assertThat(tick).isEqualTo(new Tick.Refused("the file of the last checkpoint cannot be read or written"));
        assertThat(log.rows("SELECT size FROM ledger_checkpoint")).containsExactly(List.of("700"));
    }

    @Test
    void refusesAnotherLogsName() {
        // Given
        var other = new LogKeys(List.of(SigningKey.generate("another.example/log")), List.of());
        integrator.close();
        // When
        var tick = log.integrator(file, other).tick();
        // Then
        assertThat(tick)
                .isEqualTo(new Tick.Refused("the last checkpoint outside the database is of a log with another name"
                        + " than the signing keys'"));
    }

    @Test
    void refusesAFileThatNoKnownKeySigned() {
        // Given
        var other = new LogKeys(List.of(SigningKey.generate("log.example/narrowgate")), List.of());
        integrator.close();
        // When
        var tick = log.integrator(file, other).tick();
        // Then
        assertThat(tick)
                .isEqualTo(new Tick.Refused("the last checkpoint outside the database is signed by no key of"
                        + " narrowgate.log.signing-keys or narrowgate.log.retired-keys"));
    }

    @Test
    void refusesWhileAnotherIntegratorIsAtTheFile() throws Exception {
        // Given
        EntriesInBulk.add(log.database, SIGNED, 10);
        // When
        Tick during;
        try (var held = new LastCheckpoint(file).hold().orElseThrow()) {
            assertThat(held.read()).isPresent();
            during = integrator.tick();
        }
        // Then
        assertThat(during).isEqualTo(new Tick.Refused("another integrator is at the file of the last checkpoint"));
        assertThat(integrator.tick()).isInstanceOf(Tick.Signed.class);
    }
}
