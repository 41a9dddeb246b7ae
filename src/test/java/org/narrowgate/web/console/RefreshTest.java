package org.narrowgate.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** Tokens that are never fresh enough: every request exchanges the refresh token. */
@QuarkusTest
@TestProfile(RefreshTest.NeverFreshEnough.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class RefreshTest {
    public static final class NeverFreshEnough implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.console.token.refresh-token-time-skew", "1H");
        }
    }

    private final DataSource database = BehindTheDoor.asApplication();

    @Test
    void theSameSessionGoesOnWithFreshTokens() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        var before = tokens(carla);
        var form = carla.formToken();
        // When
        var answer = carla.asking().get("/console");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.cookie(ConsoleForTests.SESSION)).isEqualTo(carla.sessionCookie());
        assertThat(carla.formToken()).isEqualTo(form);
        assertThat(tokens(carla)).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void requestsAtTheSameTimeAllKeepTheirSession() throws Exception {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        Callable<Integer> request = () -> carla.asking().get("/console").statusCode();
        // When
        try (var tabs = Executors.newFixedThreadPool(8)) {
            var answers =
                    tabs.invokeAll(IntStream.range(0, 24).mapToObj(_ -> request).toList());
            // Then
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void aRefreshBringsNoEndedSessionBack() {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        carla.form().post("/console/sign-out");
        // When and then
        assertThat(carla.asking().get("/console").statusCode()).isEqualTo(302);
    }

    private String tokens(ConsoleForTests console) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT id_token || refresh_token FROM staff_session WHERE reference = ?")) {
            query.setBytes(
                    1,
                    StaffSession.referredToBy(console.sessionCookie())
                            .orElseThrow()
                            .hash());
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
