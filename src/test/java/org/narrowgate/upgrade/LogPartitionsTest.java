package org.narrowgate.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.EmbeddedDatabase;
import org.narrowgate.dev.MigratedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** A log of before it had partitions, after it got them. */
class LogPartitionsTest {
    private static final String CHECK_VIOLATION = "23514";
    private static final int ENTRIES = 3_000;
    private static final String EVERYTHING =
            "SELECT e, p FROM ledger_entry e LEFT JOIN ledger_particulars p USING (index)" + " ORDER BY index";

    private static EmbeddedDatabase database;
    private static List<String> before;
    private static List<String> files;

    @BeforeAll
    static void upgrade() throws SQLException {
        database = EmbeddedDatabase.start();
        migrate("17");
        try (var owner = connect("postgres", "postgres")) {
            run(
                    owner,
                    "INSERT INTO ledger_entry SELECT i, now(), convert_to('{\"kind\":\"request\",\"n\":' || i || '}',"
                            + " 'UTF8'), sha256(i::text::bytea), sha256('p'), sha256('l') FROM generate_series(0, "
                            + (ENTRIES - 1)
                            + ") AS i");
            run(
                    owner,
                    "INSERT INTO ledger_particulars SELECT i, sha256('s'), convert_to('{\"subject\":\"1:' || i % 9"
                            + " || '\"}', 'UTF8') FROM generate_series(0, " + (ENTRIES - 1)
                            + ") AS i WHERE i % 7 <> 0");
            before = rows(owner, EVERYTHING);
            files = rows(
                    owner,
                    "SELECT pg_relation_filenode('ledger_entry'), pg_relation_filenode('ledger_particulars'),"
                            + " pg_relation_filenode('ledger_entry_pkey'), pg_relation_filenode('ledger_entry_erasure'),"
                            + " pg_relation_filenode('ledger_particulars_pkey'),"
                            + " pg_relation_filenode('ledger_particulars_by_subject')");
        }
        migrate("latest");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void noByteIsLostAndNoneWasWrittenAnew() throws SQLException {
        try (var application = asApplication();
                var owner = connect("postgres", "postgres")) {
            assertThat(before).hasSize(ENTRIES);
            assertThat(rows(application, EVERYTHING)).isEqualTo(before);
            assertThat(rows(
                            owner,
                            "SELECT pg_relation_filenode('ledger_entry_from_0'),"
                                    + " pg_relation_filenode('ledger_particulars_from_0'),"
                                    + " pg_relation_filenode('ledger_entry_from_0_pkey'),"
                                    + " pg_relation_filenode('ledger_entry_from_0_erasure'),"
                                    + " pg_relation_filenode('ledger_particulars_from_0_pkey'),"
                                    + " pg_relation_filenode('ledger_particulars_from_0_by_subject')"))
                    .isEqualTo(files);
        }
    }

    @Test
    void everyPartitionHasTheKeysChecksAndIndexesOfTheFirst() throws SQLException {
        try (var owner = connect("postgres", "postgres")) {
            var constraints = rows(
                    owner,
                    "SELECT array_agg(DISTINCT k.definition) FROM pg_inherits i,"
                            + " LATERAL (SELECT array_agg(regexp_replace(pg_get_constraintdef(oid), '_from_\\d+', '') ORDER BY"
                            + " contype, pg_get_constraintdef(oid)) AS definition FROM pg_constraint WHERE conrelid = i.inhrelid) k"
                            + " WHERE i.inhparent IN ('ledger_entry'::regclass, 'ledger_particulars'::regclass)"
                            + " GROUP BY i.inhparent ORDER BY min(i.inhparent::regclass::text)");
            var indexes = rows(
                    owner,
                    "SELECT inhparent::regclass, count(*) FROM pg_inherits WHERE inhparent IN ("
                            + "'ledger_entry_pkey'::regclass, 'ledger_entry_erasure'::regclass, 'ledger_particulars_pkey'::regclass,"
                            + " 'ledger_particulars_by_subject'::regclass) GROUP BY 1 ORDER BY 1::text");
            assertThat(constraints)
                    .hasSize(2)
                    .allSatisfy(ofTable -> assertThat(ofTable)
                            .contains("PRIMARY KEY (index)", "32")
                            .doesNotContain("within_partition"));
            assertThat(constraints.get(1)).contains("FOREIGN KEY (index) REFERENCES ledger_entry(index)");
            assertThat(indexes)
                    .containsExactly(
                            "ledger_entry_erasure|5",
                            "ledger_entry_pkey|5",
                            "ledger_particulars_by_subject|5",
                            "ledger_particulars_pkey|5");
        }
    }

    @Test
    void whatFitsNoPartitionIsRefusedInsteadOfFillingSomethingElse() throws SQLException {
        try (var application = asApplication()) {
            assertThat(rows(application, "SELECT ledger_ends_at()")).containsExactly("500000000");
            assertThatThrownBy(() -> run(application, entry(500_000_000)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(CHECK_VIOLATION));
        }
    }

    @Test
    void theOwnerMakesPartitionsAheadOfTheLastEntryAndOnlyThoseThatAreMissing() throws SQLException {
        try (var owner = connect("postgres", "postgres")) {
            owner.setAutoCommit(false);
            // When
            var again = rows(owner, "SELECT extend_ledger(100000000, 4)");
            run(owner, entry(499_999_999));
            var three = rows(owner, "SELECT extend_ledger(1000, 3)");
            var ends = rows(owner, "SELECT ledger_ends_at()");
            run(owner, entry(500_000_000));
            run(owner, entry(500_001_000));
            // Then
            assertThat(again).containsExactly("0");
            assertThat(three).containsExactly("3");
            assertThat(ends).containsExactly("500003000");
            assertThat(rows(owner, "SELECT tableoid::regclass FROM ledger_entry WHERE index > 3000 ORDER BY index"))
                    .containsExactly(
                            "ledger_entry_from_400000000",
                            "ledger_entry_from_500000000",
                            "ledger_entry_from_500001000");
            assertThat(rows(owner, "SELECT max(index) FROM ledger_entry")).containsExactly("500001000");
            owner.rollback();
        }
    }

    @Test
    void particularsBelongToAnEntryInEveryPartition() throws SQLException {
        try (var owner = connect("postgres", "postgres")) {
            for (var index : List.of(ENTRIES, 100_000_000, 350_000_000)) {
                assertThatThrownBy(() ->
                                run(owner, "INSERT INTO ledger_particulars VALUES (" + index + ", sha256(''), '')"))
                        .as("particulars %d", index)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));
            }
        }
    }

    @Test
    void theErasersFunctionFindsParticularsInAnyPartition() throws SQLException {
        try (var owner = connect("postgres", "postgres")) {
            owner.setAutoCommit(false);
            // Given
            for (var index : List.of(5_000, 150_000_000)) {
                run(
                        owner,
                        "INSERT INTO ledger_entry VALUES (" + index + ", now() - interval '2 years',"
                                + " convert_to('{\"kind\":\"opened\"}', 'UTF8'), sha256(''), sha256(''), sha256(''))");
                run(owner, "INSERT INTO ledger_particulars VALUES (" + index + ", sha256(''), '')");
            }
            run(
                    owner,
                    "INSERT INTO ledger_entry VALUES (250000000, now(), convert_to('{\"entries\":[5000,150000000],"
                            + "\"kind\":\"erasure\",\"reason\":\"retention\"}', 'UTF8'), sha256(''), sha256(''), sha256(''))");
            run(owner, "SET ROLE " + MigratedDatabase.APPLICATION);
            // When
            var erased = rows(owner, "SELECT erase_particulars(250000000)");
            // Then
            assertThat(erased).containsExactly("2");
            owner.rollback();
        }
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(source("postgres", "postgres"))
                .placeholders(Map.of(
                        "application", MigratedDatabase.APPLICATION, "application_password", MigratedDatabase.PASSWORD))
                .target(target)
                // What the roles may do is said of the newest tables, which are not there before.
                .skipDefaultCallbacks(!target.equals("latest"))
                .load()
                .migrate();
    }

    private static String entry(long index) {
        return "INSERT INTO ledger_entry VALUES (" + index
                + ", now(), convert_to('{}', 'UTF8'), sha256(''), sha256(''), sha256(''))";
    }

    private static Connection asApplication() throws SQLException {
        return connect(MigratedDatabase.APPLICATION, MigratedDatabase.PASSWORD);
    }

    private static Connection connect(String user, String password) throws SQLException {
        return source(user, password).getConnection();
    }

    private static PGSimpleDataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var values = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
