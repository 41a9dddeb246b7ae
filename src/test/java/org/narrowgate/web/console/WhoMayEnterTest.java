package org.narrowgate.web.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class WhoMayEnterTest {
    /** Anybody signed in may leave. */
    private static final Set<String> WITHOUT_A_ROLE = Set.of("POST /console/sign-out");

    private static final Set<String> ROLES = Set.of("caseworker", "overseer", "policy-author", "policy-approver");

    static List<Route> routes() {
        return Route.ofTheConsole();
    }

    static Stream<Route> routesWithARole() {
        return routes().stream().filter(route -> !WITHOUT_A_ROLE.contains(route.toString()));
    }

    @Test
    void findsTheRoutes() {
        assertThat(routes()).extracting(Route::toString).contains("GET /console", "POST /console/sign-out");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routesWithARole")
    void everyRouteNamesItsRoles(Route route) {
        assertThat(route.roles()).isNotEmpty().isSubsetOf(ROLES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void noRouteAnswersAStranger(Route route) {
        assertThat(given().redirects()
                        .follow(false)
                        .request(route.method(), route.address())
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routesWithARole")
    void noRouteAnswersSomebodyWithoutARole(Route route) {
        // Given
        var person = ConsoleForTests.signedInAs("person-ordinary");
        // When
        var answer = person.form().request(route.method(), route.address());
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString())
                .contains("You are signed in, but you have no role here.")
                .contains("policy author, policy approver, caseworker, overseer")
                .contains("action=\"/console/sign-out\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void noRouteTakesABearerToken(Route route) {
        for (var token : List.of(Tokens.of("home-office"), Tokens.ofStaff("carla-caseworker"))) {
            var call = given().redirects().follow(false);
            assertThat(call.auth()
                            .oauth2(token)
                            .request(route.method(), route.address())
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @ParameterizedTest(name = "cookie {0}")
    @CsvSource({"q_session", "q_session_narrowgate", "q_session_default", "q_auth_Default_x"})
    void noCookieMakesTheConsoleTakeABearerToken(String cookie) {
        assertThat(given().redirects()
                        .follow(false)
                        .cookie(cookie, "x")
                        .auth()
                        .oauth2(Tokens.ofStaff("carla-caseworker"))
                        .get("/console")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aTokenIsNoSession() {
        for (var token : List.of(Tokens.of("home-office"), Tokens.ofStaff("carla-caseworker"))) {
            assertThat(given().redirects()
                            .follow(false)
                            .cookie(ConsoleForTests.SESSION, token)
                            .get("/console")
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void somebodyWithoutARoleCanSignOut() {
        // Given
        var person = ConsoleForTests.signedInAs("person-ordinary");
        // When and then
        assertThat(person.form().post("/console/sign-out").statusCode()).isEqualTo(200);
        assertThat(person.asking().get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionOpensNothingInGraphql() {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        // When
        var answer = carla.asking()
                .contentType(ContentType.JSON)
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql");
        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void theAccessTokenOfStaffOpensNothingInGraphql() {
        assertThat(given().auth()
                        .oauth2(Tokens.ofStaff("carla-caseworker"))
                        .contentType(ContentType.JSON)
                        .body(Map.of("query", "{ entitlements { purpose } }"))
                        .post("/graphql")
                        .<String>path("errors[0].extensions.code"))
                .isEqualTo("CALLER_NOT_AN_AGENCY");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/console/nothing-is-here",
        "/console/",
        "//console",
        "/assets/../console",
        "/Console",
        "/%63onsole",
        "/console;a=b",
        "/console;a=b/session",
        "/console/session;a=b"
    })
    void noSpellingOfAPathLeadsPastTheSignIn(String path) {
        for (var caller : List.of(given(), given().auth().oauth2(Tokens.ofStaff("carla-caseworker")))) {
            assertThat(caller.redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get(path)
                            .statusCode())
                    .isIn(302, 401, 404);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/console;a=b", "/console;a=b/session", "/console%2Fsession"})
    void anOddSpellingIsAStrangersFaultAndNotOurs(String path) {
        for (var method : List.of("POST", "PUT", "DELETE")) {
            assertThat(given().redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .request(method, path)
                            .statusCode())
                    .isIn(302, 401, 404, 405);
        }
    }

    @Test
    void aPageThatDoesNotExistSaysSo() {
        // When
        var answer = ConsoleForTests.signedInAs("carla-caseworker").asking().get("/console/nothing-is-here");
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("Nothing is here", "Carla, caseworker");
    }

    @Test
    void comingBackToAFormsAddressExplainsItself() {
        // When
        var answer = ConsoleForTests.signedInAs("carla-caseworker").asking().get("/console/sign-out");
        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.asString()).contains("This was not sent");
    }
}
