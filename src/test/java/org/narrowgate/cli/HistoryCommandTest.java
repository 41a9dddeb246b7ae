package org.narrowgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.transparency.archive.ArchiveService;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.PublishedTotals;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryCommandTest {
    private final MigratedDatabase database = new MigratedDatabase();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void listenAnewToAnEmptyArchive() throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE archived_request");
        }
        forget();
    }

    @Test
    void saysWhatItMadeByGroupAndFateAndThatNobodyIsInIt() {
        // When
        int code = generate("--history", "2016");
        // Then
        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEqualTo("""
                        Police: 339 received, 73 approved-trace, 266 unexplained
                        National Crime Agency: 2,703 received, 574 approved-trace, 2,129 unexplained
                        Home Office: 8,127 received, 1,583 approved-no-trace, 5,854 approved-trace, 119 rejected,\
                         571 unexplained
                        The archive of 2016 is synthetic: nobody is in it.
                        """ + PublishedTotals.NOTE + "\n" + AssumedMix.CAUTION + "\n");
    }

    @Test
    void fillsTheArchiveAndNothingElse() throws SQLException {
        // When
        generate("--history", "2016");
        // Then
        assertThat(count("archived_request")).isEqualTo(11_169);
        assertThat(count("tracing_request")).isZero();
        assertThat(count("ledger_entry")).isZero();
        assertThat(count("purpose_use")).isZero();
        assertThat(count("person")).isZero();
    }

    @Test
    void changesNothingWhenRunAgainAndSaysSo() throws SQLException {
        // Given
        generate("--history", "2016", "--seed", "1");
        var before = digest();
        forget();
        // When
        int code = generate("--history", "2016", "--seed", "2");
        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo("archive of 2016: filled before, nothing was changed\n");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void makesTheSameYearOfTheSameSeedAnd2016sWhereThereIsNone() throws SQLException {
        // Given
        generate("--history", "2016");
        var without = digest();
        listenAnewToAnEmptyArchive();
        // When
        generate("--history", "2016", "--seed", "2016");
        // Then
        assertThat(digest()).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015", "2017", "0", "-2016"})
    void knowsNoOtherYear(String year) throws SQLException {
        assertThat(generate("--history", year)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("generate: 2016 is the only year there is, not `" + year + "`\n");
        assertThat(count("archived_request")).isZero();
    }

    @Test
    void isEitherAPopulationOrAHistory() throws SQLException {
        assertThat(generate("--history", "2016", "--people", "1", "--seed", "1", "--load"))
                .isEqualTo(2);
        assertThat(generate("--history", "2016", "--load")).isEqualTo(2);
        assertThat(generate("--seed", "1")).isEqualTo(2);
        assertThat(count("archived_request")).isZero();
    }

    @Test
    void doesNotRunWithoutItsTable() {
        // Given
        var empty = new PGSimpleDataSource();
        empty.setUrl(((PGSimpleDataSource) database.asOwner()).getUrl().replaceFirst("/postgres\\b", "/template1"));
        empty.setUser("postgres");
        empty.setPassword("postgres");
        // When
        int code = run(empty, "--history", "2016");
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("generate: the archive could not be written: the database answered with SQL state 42P01\n");
    }

    private int generate(String... arguments) {
        return run(database.asApplication(), arguments);
    }

    private int run(DataSource source, String... arguments) {
        var command = new GenerateCommand(
                () -> {
                    throw new AssertionError("an archive is no population");
                },
                () -> new ArchiveService(source));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private long count(String table) throws SQLException {
        return Long.parseLong(single("SELECT count(*) FROM " + table));
    }

    private String digest() throws SQLException {
        return single("SELECT md5(string_agg(a::text, '|' ORDER BY number)) FROM archived_request a");
    }

    private String single(String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }
}
