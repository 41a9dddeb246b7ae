package org.narrowgate.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class PanachePolicyVersionsTest {
    // Far above the versions other booted tests publish into the same database.
    private static final int FIRST = 900_001;
    private static final int SECOND = 900_002;
    private static final long ENTRY = 9_000_000_000L;
    private static final Instant NOON = Instant.parse("2400-05-09T12:00:00Z");

    @Inject
    PolicyVersions versions;

    @Inject
    DataSource dataSource;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final Policy policy = Policy.shipped();

    @BeforeEach
    @AfterEach
    void forgetTheVersionsOfThisTest() throws SQLException {
        asOwner("DELETE FROM policy_version WHERE number > 900000");
    }

    @Test
    void givesBackWhatWasPublished() throws SQLException {
        // Given
        publish(FIRST, NOON);
        // When
        var version = versions.version(FIRST);
        // Then
        assertThat(version).hasValueSatisfying(read -> {
            assertThat(read.number()).isEqualTo(FIRST);
            assertThat(read.inForceFrom()).isEqualTo(NOON);
            assertThat(read.policy().canonicalJson()).isEqualTo(policy.canonicalJson());
        });
    }

    @Test
    void hasTheHighestNumberInForceWhoseTimeHasCome() throws SQLException {
        // Given
        publish(FIRST, NOON);
        publish(SECOND, NOON.plusSeconds(60));
        // When
        var before = versions.inForce(NOON.plusSeconds(59));
        var after = versions.inForce(NOON.plusSeconds(60));
        // Then
        assertThat(before.map(PolicyVersion::number)).contains(FIRST);
        assertThat(after.map(PolicyVersion::number)).contains(SECOND);
    }

    @Test
    void hasNothingInForceBeforeTheFirstVersion() {
        assertThat(versions.inForce(Instant.EPOCH)).isEmpty();
        assertThat(versions.version(FIRST)).isEqualTo(Optional.empty());
    }

    @Test
    void tellsTheNumberInForceByTheDatabasesClock() throws SQLException {
        // Given
        publish(FIRST, Instant.now().minusSeconds(60));
        publish(SECOND, Instant.now().plusSeconds(3_600));
        // When
        Optional<PolicyMark> mark;
        try (var connection = dataSource.getConnection()) {
            mark = PolicyVersions.mark(connection);
        }
        // Then
        assertThat(mark.map(PolicyMark::version)).contains(FIRST);
        assertThat(versions.published()).contains(new PolicyVersions.Published(mark.orElseThrow(), SECOND));
        assertThat(versions.toCome()).extracting(PolicyVersion::number).containsExactly(SECOND);
    }

    @Test
    void refusesADocumentThatWasAlteredInTheDatabase() throws SQLException {
        // Given
        publish(FIRST, NOON);
        asOwner("UPDATE policy_version SET document = replace(document, '\"thresholdMonths\":12',"
                + " '\"thresholdMonths\":13') WHERE number = " + FIRST);
        // When, Then
        assertThatThrownBy(() -> versions.version(FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("policy version 900001 does not bear its hash");
        assertThatThrownBy(() -> versions.inForce(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesADocumentThatIsNotInItsCanonicalForm() throws SQLException {
        // Given
        publish(FIRST, NOON);
        asOwner("UPDATE policy_version SET document = document || ' ',"
                + " hash = encode(sha256(convert_to(document || ' ', 'UTF8')), 'hex') WHERE number = " + FIRST);
        // When, Then
        assertThatThrownBy(() -> versions.version(FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("policy version 900001 is not in its canonical form");
    }

    @Test
    void letsTheApplicationNeitherAlterNorRemoveAVersion() throws SQLException {
        // Given
        publish(FIRST, NOON);
        // When, Then
        assertThatThrownBy(() -> asApplication("UPDATE policy_version SET in_force_from = now()"))
                .hasMessageContaining("permission denied for table policy_version");
        assertThatThrownBy(() -> asApplication("DELETE FROM policy_version"))
                .hasMessageContaining("permission denied for table policy_version");
    }

    @Test
    void publishesANumberOnce() throws SQLException {
        // Given
        publish(FIRST, NOON);
        // When, Then
        assertThatThrownBy(() -> publish(FIRST, NOON)).hasMessageContaining("policy_version_pkey");
    }

    private void publish(int number, Instant inForceFrom) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            PolicyVersions.insert(connection, new PolicyVersion(number, policy, inForceFrom), ENTRY + number);
        }
    }

    private void asApplication(String sql) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            execute(connection, sql);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
