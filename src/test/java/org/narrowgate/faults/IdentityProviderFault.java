package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.narrowgate.keycloak.KeycloakForTests;

/** The identity provider, a real Keycloak, is away when a replica starts, and goes away later. */
class IdentityProviderFault {
    private static final Duration AWAY = Duration.ofSeconds(8);

    @Test
    void aReplicaStartsWithoutItsIdentityProviderAndServesOnWithItsKeysWhenItGoesLater() throws Exception {
        var keycloak = KeycloakForTests.start();
        try (var installation = Installation.create();
                var wire = Wire.to(URI.create(keycloak.issuer()).getPort())) {
            // Given
            installation.database().start();
            var issuer = "http://localhost:" + wire.port() + "/realms/narrowgate";
            var secret = keycloak.secretOf("court-service");
            // When
            wire.refuse();
            var replica = installation.start("identity-provider", Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", issuer));
            Moments.await("it runs", Duration.ofMinutes(2), replica::isLive);
            Thread.sleep(Duration.ofSeconds(5));
            var readyWithout = replica.isReady();
            wire.accept();
            var becameReady = Moments.await("it is ready", Duration.ofSeconds(30), replica::isReady);
            // Then
            assertThat(readyWithout).isFalse();
            assertThat(becameReady).isLessThan(Duration.ofSeconds(5));
            var token = new AtomicReference<>(token(issuer, secret));
            var load = Load.of(8, Load.inTurn(replica), token::get).awaitOutcomes(200);

            // When
            var gone = Instant.now();
            wire.refuse();
            Thread.sleep(AWAY);
            var readyLater = replica.isReady();
            wire.accept();
            wire.swallow();
            Thread.sleep(AWAY);
            var readyInSilence = replica.isReady();
            wire.carry();
            var back = Instant.now();
            load.awaitOutcomes(100);
            var answers = load.end();
            // Then
            var fault = new Outage(
                            "identity provider away at start, and later",
                            gone,
                            back,
                            answers,
                            Reckoning.of(answers, installation.database()))
                    .tell("not ready until it was there, " + becameReady.toMillis()
                            + " ms after; later nothing: known keys serve on");
            assertSoftly(softly -> {
                softly.assertThat(readyLater).isTrue();
                softly.assertThat(readyInSilence).isTrue();
                softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                softly.assertThat(fault.byWhat().keySet()).isSubsetOf("Traced", "NotTraced", "Refused");
            });
        } finally {
            keycloak.close();
        }
    }

    @Test
    void aKeyThatIsNewIsKnownSoonAfterItSignsAlsoWhenTheProviderWasAwayMeanwhile() throws Exception {
        var before = KeycloakForTests.start();
        try (var installation = Installation.create();
                var wire = Wire.to(URI.create(before.issuer()).getPort())) {
            // Given
            installation.database().start();
            var issuer = "http://localhost:" + wire.port() + "/realms/narrowgate";
            var replica = installation
                    .start("new-key", Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", issuer))
                    .awaitReady();
            var token = new AtomicReference<>(token(issuer, before.secretOf("court-service")));
            var load = Load.of(8, Load.inTurn(replica), token::get).awaitOutcomes(100);
            // When
            before.close();
            var after = KeycloakForTests.start();
            try {
                wire.leadTo(URI.create(after.issuer()).getPort());
                token.set(token(issuer, after.secretOf("court-service")));
                var changed = Instant.now();
                load.awaitOutcomes(100);
                Thread.sleep(Duration.ofSeconds(5));
                var answers = load.end();
                // Then
                var fault = new Outage(
                                "identity provider back with other keys",
                                changed,
                                changed,
                                answers,
                                Reckoning.of(answers, installation.database()))
                        .tell("tokens of the new key refused (401) until it was fetched");
                assertSoftly(softly -> {
                    softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                    softly.assertThat(fault.byWhat().keySet())
                            .isSubsetOf("Traced", "NotTraced", "Refused", "status 401");
                    softly.assertThat(fault.recovered()).isLessThan(Duration.ofSeconds(20));
                });
            } finally {
                after.close();
            }
        } finally {
            before.close();
        }
    }

    private static String token(String issuer, String secret) throws Exception {
        return Installation.token(issuer + "/protocol/openid-connect/token", secret);
    }
}
