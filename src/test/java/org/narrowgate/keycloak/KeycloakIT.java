package org.narrowgate.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakIT {
    private static KeycloakForTests keycloak;

    @BeforeAll
    static void start() {
        keycloak = KeycloakForTests.start();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "home-office, purpose:immigration-tracing purpose:missing-vulnerable-person",
        "police-north, purpose:missing-vulnerable-person purpose:serious-crime-investigation",
        "national-crime-agency, purpose:serious-crime-investigation purpose:arrest-warrant",
        "court-service, purpose:court-order",
        "coroner, purpose:coroner-primary-care",
        "case-review-commission, purpose:case-review",
        "counter-fraud, purpose:counter-fraud"
    })
    void givesEachAgencyATokenOfTheRunContract(String agency, String scopes) throws Exception {
        // When
        var claims = verified(keycloak.token(agency, scopes.split(" ")));
        // Then
        assertThat(claims.getAudience()).containsExactly("narrowgate");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo(agency);
        assertThat(scopesOf(claims)).containsExactlyInAnyOrder(scopes.split(" "));
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.hasClaim("realm_access")).isFalse();
        assertThat(claims.hasClaim("nhs_number")).isFalse();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofMinutes(10).toSeconds());
    }

    @Test
    void givesThePipelineATokenThatDraftsPoliciesAndNothingElse() throws Exception {
        // When
        var claims = verified(keycloak.token("policy-pipeline"));
        // Then
        assertThat(claims.getAudience()).containsExactly("narrowgate");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("policy-pipeline");
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("policy-author")));
        assertThat(scopesOf(claims)).noneMatch(scope -> scope.startsWith("purpose:"));
    }

    @Test
    void refusesAScopeThatIsNotTheAgencys() {
        // When
        var answer = keycloak.ask("home-office", "purpose:court-order");
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error")).isEqualTo("invalid_scope");
    }

    @Test
    void givesAnAgencyItsPurposesWhereItNamesNone() throws Exception {
        assertThat(scopesOf(verified(keycloak.token("home-office"))))
                .containsExactlyInAnyOrder("purpose:immigration-tracing", "purpose:missing-vulnerable-person");
    }

    @Test
    void givesTheConsoleNoTokenOfItsOwn() {
        assertThat(keycloak.ask("narrowgate-console").<String>path("error")).isEqualTo("unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({"9000000009, high", "9000000092, low"})
    void tellsMyRecordWhoLoggedInAndHowSureItIs(String nhsNumber, String assurance) throws Exception {
        // Given
        var password = java.util.UUID.randomUUID().toString();
        keycloak.addPerson("person-" + nhsNumber, password, nhsNumber, assurance);
        // When
        var claims = claims(
                keycloak.logIn("narrowgate-my-record", "/my-record/signed-in", "person-" + nhsNumber, password),
                "narrowgate-my-record");
        // Then
        assertThat(claims.getStringClaimValue("nhs_number")).isEqualTo(nhsNumber);
        assertThat(claims.getStringClaimValue("acr")).isEqualTo(assurance);
        assertThat(claims.hasClaim("auth_time")).isTrue();
        assertThat(claims.hasClaim("realm_access")).isFalse();
    }

    private static List<String> scopesOf(JwtClaims claims) throws Exception {
        var scope = claims.getStringClaimValue("scope");
        return Arrays.stream(scope.split(" ")).filter(one -> !one.isEmpty()).toList();
    }

    private static JwtClaims verified(String token) throws InvalidJwtException {
        return claims(token, "narrowgate");
    }

    private static JwtClaims claims(String token, String audience) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(keycloak.issuer() + "/protocol/openid-connect/certs")))
                .setExpectedIssuer(keycloak.issuer())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
