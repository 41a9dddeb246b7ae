package org.narrowgate.web.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class SignInTest {
    private static final int SESSION_ENDED = 499;

    private final DataSource database = BehindTheDoor.asApplication();

    @Test
    void showsWhoIsSignedInAsWhatAndWhereTheyCanGo() {
        // When
        var page = ConsoleForTests.signedInAs("carla-caseworker").asking().get("/console");
        // Then
        assertThat(page.asString()).contains("Signed in as <b>Carla, caseworker</b>, caseworker</p>");
        assertThat(page.htmlPath().getList("**.find { it.@'aria-label' == 'Console' }.a.@href", String.class))
                .containsExactly("/console", "/console/incidents", "/console/rights", "/console/statistics");
    }

    @Test
    void asksAStrangerToSignInAndComesBackToThePageAskedFor() {
        // When
        var arrival = ConsoleForTests.arrivalOf("olga-overseer", "/console/statistics?month=2018-05");
        // Then
        assertThat(URI.create(arrival.header("Location")).getPath()).isEqualTo("/console/statistics");
        assertThat(URI.create(arrival.header("Location")).getQuery()).isEqualTo("month=2018-05");
    }

    @Test
    void asksTheIdentityProviderForAProofKeyAndANonce() {
        // When
        var asked = given().redirects().follow(false).get("/console").header("Location");
        // Then
        assertThat(URI.create(asked).getQuery())
                .contains("client_id=narrowgate-console", "code_challenge_method=S256", "nonce=", "max_age=28800")
                .contains("/console/signed-in");
    }

    @Test
    void keepsTheCookieFromScriptsFromOtherSitesAndFromOtherPaths() {
        // When
        var cookie = ConsoleForTests.arrivalOf("carla-caseworker", "/console").detailedCookie(ConsoleForTests.SESSION);
        // Then
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/console");
        assertThat(cookie.isSecured()).isFalse();
    }

    @Test
    void makesCookiesSecureBehindAProxyThatEndsTls() {
        // When
        var asked = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .get("/console");
        // Then
        assertThat(asked.detailedCookies().asList()).isNotEmpty().allMatch(cookie -> cookie.isSecured());
        assertThat(asked.header("Location")).contains("redirect_uri=https%3A%2F%2F");
    }

    @Test
    void givesTheBrowserAReferenceAndKeepsTheTokensClosed() throws SQLException {
        // When
        var cookie = ConsoleForTests.signedInAs("carla-caseworker").sessionCookie();
        // Then
        assertThat(cookie).matches("[A-Za-z0-9_-]{43}");
        assertThat(column("id_token", cookie)).isNotBlank().doesNotContain("carla");
        assertThat(OpenedToken.isReadable(column("id_token", cookie))).isFalse();
        assertThat(OpenedToken.isReadable(column("refresh_token", cookie))).isFalse();
    }

    @Test
    void signsOutHereAndAtTheIdentityProvider() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        // When
        var page = carla.form().post("/console/sign-out");
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.detailedCookie(ConsoleForTests.SESSION).getMaxAge()).isZero();
        assertThat(page.htmlPath().getString("**.find { it.name() == 'form' }.@action"))
                .endsWith("/logout");
        assertThat(page.htmlPath().getList("**.findAll { it.name() == 'input' }.@name", String.class))
                .containsExactly("id_token_hint", "post_logout_redirect_uri");
        assertThat(rows(carla.sessionCookie())).isZero();
        assertAskedToSignIn(carla.asking().get("/console"));
    }

    @Test
    void saysThatSomebodyIsSignedOut() {
        assertThat(given().get("/signed-out").asString()).contains("You are signed out");
    }

    @Test
    void opensNothingToATamperedOrInventedCookie() {
        // Given
        var cookie = ConsoleForTests.signedInAs("carla-caseworker").sessionCookie();
        var tampered = (cookie.charAt(0) == 'A' ? 'B' : 'A') + cookie.substring(1);
        // When and then
        assertAskedToSignIn(withCookie(tampered));
        assertAskedToSignIn(withCookie("x"));
        assertAskedToSignIn(withCookie(StaffSession.begin().reference()));
        assertAskedToSignIn(withCookie("' or true --"));
    }

    @Test
    void endsASessionNobodyUses() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        // When
        age(carla, "seen_at", StaffSession.IDLE);
        // Then
        assertAskedToSignIn(carla.asking().get("/console"));
    }

    @Test
    void keepsASessionThatIsUsed() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        age(carla, "seen_at", StaffSession.IDLE.minusMinutes(1));
        // When
        var first = carla.asking().get("/console").statusCode();
        age(carla, "seen_at", Duration.ofMinutes(2));
        // Then
        assertThat(first).isEqualTo(200);
        assertThat(carla.asking().get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void endsEverySessionAfterItsLongestTime() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        // When
        age(carla, "started_at", StaffSession.LONGEST);
        // Then
        assertAskedToSignIn(carla.asking().get("/console"));
    }

    @Test
    void clearsSessionsThatAreOverAway() throws SQLException {
        // Given
        var forgotten = ConsoleForTests.signedInAs("carla-caseworker");
        age(forgotten, "seen_at", StaffSession.IDLE.plusMinutes(1));
        // When
        ConsoleForTests.signedInAs("colin-caseworker");
        // Then
        assertThat(rows(forgotten.sessionCookie())).isZero();
    }

    @Test
    void tellsAScriptThatTheSessionHasEndedInsteadOfSendingItToAPage() throws SQLException {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        var form = carla.form();
        age(carla, "started_at", StaffSession.LONGEST);
        // When
        var answer = form.header("X-Requested-With", "JavaScript").post("/console/sign-out");
        // Then
        assertThat(answer.statusCode()).isEqualTo(SESSION_ENDED);
    }

    @Test
    void tellsAPageThatIsStillOpenWhoIsSignedInNow() {
        // Given
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        // When
        var session = carla.asking().get("/console/session").jsonPath();
        // Then
        assertThat(session.getMap(""))
                .isEqualTo(java.util.Map.of(
                        "staff", "carla-caseworker", "name", "Carla, caseworker", "csrf", carla.formToken()));
    }

    private static Response withCookie(String value) {
        return given().redirects()
                .follow(false)
                .cookie(ConsoleForTests.SESSION, value)
                .get("/console");
    }

    private static void assertAskedToSignIn(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/authorize?");
    }

    private void age(ConsoleForTests console, String column, Duration by) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE staff_session SET " + column + " = " + column
                        + " - make_interval(secs => ?) WHERE reference = decode(?, 'hex')")) {
            update.setInt(1, (int) by.toSeconds());
            update.setString(2, hash(console.sessionCookie()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private String column(String column, String cookie) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT " + column + " FROM staff_session WHERE reference = decode(?, 'hex')")) {
            query.setString(1, hash(cookie));
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private long rows(String cookie) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM staff_session WHERE reference = decode(?, 'hex')")) {
            query.setString(1, hash(cookie));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String hash(String cookie) {
        return HexFormat.of()
                .formatHex(StaffSession.referredToBy(cookie).orElseThrow().hash());
    }
}
