package org.narrowgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.store.JdbcKeptLog;
import org.postgresql.ds.PGSimpleDataSource;

/** The roles that {@code migrate} makes beside the application's, tried with their passwords. */
class LoginRoleTest {
    private static final LoginRole VERIFIER = new LoginRole("log_verifier", "verifier 'of' the log", "it's \"secret\"");

    private static MigratedDatabase database;

    @BeforeAll
    static void migrate() {
        database = new MigratedDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aVerifierReadsTheLogAndNobodyElsesTables() throws SQLException {
        // When
        make(VERIFIER);
        // Then
        try (var log = JdbcKeptLog.open(as(VERIFIER.name(), VERIFIER.password()))) {
            assertThat(log.entries()).isZero();
        }
        for (var denied :
                new String[] {"SELECT * FROM person", "SELECT * FROM tracing_request", "CREATE TABLE mine ()"}) {
            assertThatThrownBy(() -> run(as(VERIFIER.name(), VERIFIER.password()), denied))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void aRoleThatIsThereKeepsItsPassword() throws SQLException {
        // Given
        var first = new LoginRole("registry_reader", "reader", "first");
        make(first);
        // When
        make(new LoginRole("registry_reader", "reader", "second"));
        // Then
        run(as("reader", "first"), "SELECT * FROM readable_person");
    }

    @Test
    void noneIsNamedByDefault() {
        assertThat(LoginRole.of("log_verifier", Optional.empty(), Optional.of("p")))
                .isEmpty();
        assertThat(LoginRole.of("log_verifier", Optional.of(" "), Optional.empty()))
                .isEmpty();
        assertThatThrownBy(() -> LoginRole.of("log_verifier", Optional.of("verifier"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`verifier`");
        assertThat(VERIFIER.toString()).doesNotContain("secret");
    }

    private static void make(LoginRole role) throws SQLException {
        try (var owner = database.connectAsOwner()) {
            role.make(owner);
        }
    }

    private static void run(DataSource role, String command) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static DataSource as(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
