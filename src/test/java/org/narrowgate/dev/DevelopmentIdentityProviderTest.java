package org.narrowgate.dev;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DevelopmentIdentityProviderTest {
    private static final String REDIRECT = "http://localhost:8080/console";
    // The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static DevelopmentIdentityProvider provider;

    @BeforeAll
    static void start() {
        provider = DevelopmentIdentityProvider.startOnFreePort();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void namesItsEndpointsInTheDiscoveryDocument() {
        var document = asking().get("/.well-known/openid-configuration").jsonPath();
        assertThat(document.getString("issuer")).isEqualTo(provider.issuer());
        assertThat(document.getString("token_endpoint")).isEqualTo(provider.issuer() + "/token");
        assertThat(document.getString("jwks_uri")).isEqualTo(provider.issuer() + "/keys");
    }

    @Test
    void givesAnAgencyATokenWithAllItsPurposesWhereItNamesNone() throws Exception {
        // When
        var answer = token("police-north", Personas.SECRET, Map.of("grant_type", "client_credentials"));
        // Then
        var claims = verified(answer.path("access_token"), Personas.AUDIENCE);
        assertThat(claims.getAudience()).containsExactly("narrowgate");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("police-north");
        assertThat(claims.getStringClaimValue("scope"))
                .isEqualTo("purpose:missing-vulnerable-person purpose:serious-crime-investigation");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(600);
    }

    @Test
    void givesAnAgencyOnlyTheScopesItNames() throws Exception {
        var form = Map.of("grant_type", "client_credentials", "scope", "purpose:immigration-tracing");
        var answer = token("home-office", Personas.SECRET, form);
        assertThat(verified(answer.path("access_token"), Personas.AUDIENCE).getStringClaimValue("scope"))
                .isEqualTo("purpose:immigration-tracing");
    }

    @Test
    void refusesAScopeTheAgencyDoesNotHave() {
        var form = Map.of("grant_type", "client_credentials", "scope", "purpose:court-order");
        assertFault(token("home-office", Personas.SECRET, form), 400, "invalid_scope");
    }

    @Test
    void refusesAWrongSecretAndAnUnknownClientAlike() {
        var form = Map.of("grant_type", "client_credentials");
        assertFault(token("home-office", "guessed", form), 401, "invalid_client");
        assertFault(token("nobody", Personas.SECRET, form), 401, "invalid_client");
    }

    @Test
    void takesTheSecretFromTheFormToo() {
        var answer = asking().contentType(ContentType.URLENC)
                .formParam("client_id", "coroner")
                .formParam("client_secret", Personas.SECRET)
                .formParam("grant_type", "client_credentials")
                .post("/token");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("scope")).isEqualTo("purpose:coroner-primary-care");
    }

    @Test
    void logsACaseworkerInWithACodeThatWorksOnce() throws Exception {
        // Given
        var code = codeFor("carla-caseworker");
        // When
        var first = redeem(code, VERIFIER);
        var second = redeem(code, VERIFIER);
        // Then
        var access = verified(first.path("access_token"), Personas.AUDIENCE);
        assertThat(access.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("caseworker")));
        assertThat(access.hasClaim("nhs_number")).isFalse();
        var identity = verified(first.path("id_token"), Personas.CONSOLE_CLIENT);
        assertThat(identity.getStringClaimValue("nonce")).isEqualTo("n-1");
        assertFault(second, 400, "invalid_grant");
    }

    @Test
    void keepsALoginGoingUntilItsLogout() throws Exception {
        // Given
        var first = redeem(codeFor("carla-caseworker"), VERIFIER);
        // When
        var again = refresh(first.path("refresh_token"));
        asking().contentType(ContentType.URLENC)
                .formParam("id_token_hint", first.<String>path("id_token"))
                .post("/logout");
        var afterwards = refresh(first.path("refresh_token"));
        // Then
        assertThat(verified(again.path("id_token"), Personas.CONSOLE_CLIENT).getSubject())
                .isEqualTo("carla-caseworker");
        assertFault(afterwards, 400, "invalid_grant");
    }

    @Test
    void logsAPersonInWithTheirNhsNumberAndNoRole() throws Exception {
        var access = verified(redeem(codeFor("person-ordinary"), VERIFIER).path("access_token"), Personas.AUDIENCE);
        assertThat(access.getStringClaimValue("nhs_number")).isEqualTo("9000000009");
        assertThat(access.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of()));
    }

    @Test
    void refusesACodeWithoutItsProofKey() {
        assertFault(redeem(codeFor("olga-overseer"), "another-verifier"), 400, "invalid_grant");
    }

    @Test
    void sendsNobodyToAnotherMachine() {
        var answer = asking().queryParam("client_id", Personas.CONSOLE_CLIENT)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", "https://elsewhere.example/")
                .get("/authorize");
        assertFault(answer, 400, "invalid_request");
    }

    @Test
    void showsThePersonasToPagesOfThisMachineOnly() {
        // When
        var here = asking().header("Origin", "http://localhost:8080").get("/personas");
        var elsewhere = asking().header("Origin", "https://elsewhere.example").get("/personas");
        // Then
        assertThat(here.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:8080");
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isNull();
        assertThat(here.jsonPath().getList("personas.clientId", String.class))
                .containsExactlyInAnyOrder(
                        "home-office",
                        "police-north",
                        "national-crime-agency",
                        "court-service",
                        "coroner",
                        "case-review-commission",
                        "counter-fraud");
    }

    private static RequestSpecification asking() {
        return given().baseUri(provider.issuer()).redirects().follow(false);
    }

    private static Response token(String clientId, String secret, Map<String, String> form) {
        return asking().auth()
                .preemptive()
                .basic(clientId, secret)
                .contentType(ContentType.URLENC)
                .formParams(form)
                .post("/token");
    }

    private static String codeFor(String persona) {
        var location = asking().queryParam("client_id", Personas.CONSOLE_CLIENT)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", REDIRECT)
                .queryParam("state", "s-1")
                .queryParam("nonce", "n-1")
                .queryParam("code_challenge", CHALLENGE)
                .queryParam("code_challenge_method", "S256")
                .contentType(ContentType.URLENC)
                .formParam("persona", persona)
                .post("/authorize")
                .header("Location");
        var answer = Arrays.stream(URI.create(location).getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertThat(answer).containsEntry("state", "s-1");
        return answer.getOrDefault("code", "");
    }

    private static Response redeem(String code, String verifier) {
        return token(
                Personas.CONSOLE_CLIENT,
                Personas.SECRET,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier));
    }

    private static Response refresh(String refreshToken) {
        return token(
                Personas.CONSOLE_CLIENT,
                Personas.SECRET,
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static JwtClaims verified(String token, String audience) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(provider.issuer() + "/keys")))
                .setExpectedIssuer(provider.issuer())
                .setExpectedAudience(audience)
                .build()
                .processToClaims(token);
    }

    private static void assertFault(Response answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonPath.from(answer.asString()).getString("error")).isEqualTo(error);
    }
}
