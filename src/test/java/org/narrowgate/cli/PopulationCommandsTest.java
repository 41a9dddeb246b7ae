package org.narrowgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.transparency.archive.ArchiveService;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopulationCommandsTest {
    private final MigratedDatabase database = new MigratedDatabase();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void listenAnewToARegistryOfNobody() throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE general_practice, person CASCADE");
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @Test
    void importsWhatItGenerated(@TempDir Path folder) {
        // Given
        var people = folder.resolve("people.ndjson");
        assertThat(generate("--people", "300", "--seed", "1", "--out", people.toString()))
                .isZero();
        // When
        int code = importing(
                "--practices", folder.resolve("people.practices.ndjson").toString(), people.toString());
        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("practices: 602 read, 602 new, 0 updated, 0 unchanged, 0 repeated, 0 rejected in ")
                .contains("people: 300 read, 300 new, 0 updated, 0 unchanged, 0 repeated, 0 rejected in ");
        assertThat(folder.resolve("people.ndjson.rejects.ndjson")).doesNotExist();
    }

    @Test
    void loadsTheSamePopulationThatItWrites(@TempDir Path folder) {
        // Given
        var people = folder.resolve("people.ndjson");
        generate("--people", "400", "--seed", "2", "--out", people.toString());
        importing("--practices", folder.resolve("people.practices.ndjson").toString(), people.toString());
        // When
        int code = generate("--people", "400", "--seed", "2", "--load");
        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("people: 0 new, 0 updated, 400 unchanged in ");
    }

    @Test
    void namesABadLineWithoutItsContentAndKeepsItForTheOwnerOnly(@TempDir Path folder) throws Exception {
        // Given
        var people = Files.writeString(folder.resolve("people.ndjson"), "{\"family\":\"Hartfield\"}\n");
        // When
        int code = importing(people.toString());
        // Then
        var rejects = folder.resolve("people.ndjson.rejects.ndjson");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("line 1: resourceType is not Patient" + System.lineSeparator());
        assertThat(rejects).hasContent("{\"family\":\"Hartfield\"}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
    }

    @Test
    void writesRejectsWhereToldAndForgetsThoseOfAnEarlierRun(@TempDir Path folder) throws Exception {
        // Given
        var people = Files.writeString(folder.resolve("people.ndjson"), "bad\n");
        var rejects = Files.writeString(folder.resolve("rejects"), "of an earlier run\n");
        // When
        int code = importing("--rejects", rejects.toString(), people.toString());
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(rejects).hasContent("bad\n");
    }

    @Test
    void doesNotRunOnAFileThatIsNotThere(@TempDir Path folder) {
        // When
        int code = importing(folder.resolve("none.ndjson").toString());
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("import: cannot read `" + folder.resolve("none.ndjson") + "`\n");
    }

    @Test
    void doesNotRunOnNothing() {
        assertThat(importing()).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("import: name a FILE of people, a file of --practices, or both\n");
    }

    @Test
    void doesNotGenerateNobodyOrMoreThanThereAreNumbers() {
        assertThat(generate("--people", "80000001", "--seed", "1", "--load")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("generate: --people is a number from 1 to 80,000,000, not `80000001`\n");
    }

    @Test
    void demandsOneDestination() {
        assertThat(generate("--people", "1", "--seed", "1")).isEqualTo(2);
        assertThat(generate("--people", "1", "--seed", "1", "--load", "--out", "x"))
                .isEqualTo(2);
    }

    @Test
    void demandsASeed() {
        assertThat(generate("--people", "1", "--load")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("generate: --people needs a --seed, any whole number\n");
    }

    private int generate(String... arguments) {
        return run(new GenerateCommand(this::population, PopulationCommandsTest::noArchive), arguments);
    }

    private int importing(String... arguments) {
        return run(new ImportCommand(this::population), arguments);
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static ArchiveService noArchive() {
        throw new AssertionError("a population is no archive");
    }

    private PopulationService population() {
        return new PopulationService(database.asApplication(), Clock.systemUTC());
    }
}
