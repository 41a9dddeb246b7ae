package org.narrowgate.web.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SecondDatabase;
import org.narrowgate.dev.Tokens;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@TestProfile(SecondDatabase.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class RecordSignInTest {
    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void hold() {
        behind.holdTheCast();
    }

    @Test
    void asksTheIdentityProviderForAssuranceAFreshLoginAProofKeyAndANonce() {
        // When
        var asked = given().redirects().follow(false).get("/my-record").header("Location");
        // Then
        assertThat(URI.create(asked).getQuery())
                .contains("client_id=narrowgate-my-record", "code_challenge_method=S256", "nonce=", "max_age=900")
                .contains("acr_values=high", "/my-record/signed-in");
    }

    @Test
    void keepsTheCookieFromScriptsFromOtherSitesAndFromOtherPaths() {
        // When
        var cookie = RecordForTests.arrivalOf("person-ordinary").detailedCookie(RecordForTests.SESSION);
        // Then
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/my-record");
        assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void showsARecordThatNobodyKeeps() {
        // When
        var page = RecordForTests.signedInAs("person-ordinary").asking().get("/my-record");
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.asString()).contains("<h1>My record</h1>").doesNotContain("9000000009");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person-low-assurance | 403 | We must be surer that it is you",
                "person-child         | 403 | This record is not shown online",
                "person-deceased      | 404 | The record cannot be shown here",
                "person-invalidated   | 404 | The record cannot be shown here",
                "person-unknown       | 404 | The record cannot be shown here",
                "carla-caseworker     | 403 | No NHS number came with your sign-in"
            })
    void showsWhyThereIsNoRecordAndWritesNothingDown(String persona, int status, String heading) {
        // Given
        var person = RecordForTests.signedInAs(persona);
        var before = behind.entries();
        // When
        var page = person.asking().get("/my-record");
        // Then
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.htmlPath().getString("**.find { it.name() == 'h1' }")).isEqualTo(heading);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString()).contains("action=\"/my-record/sign-out\"");
        assertThat(behind.entries()).isEqualTo(before);
    }

    @Test
    void tellsTheDeadTheInvalidAndTheUnknownApartByNothing() {
        assertThat(messageTo("person-deceased"))
                .isEqualTo(messageTo("person-unknown"))
                .isEqualTo(messageTo("person-invalidated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person-restricted", "person-protected", "person-superseded"})
    void showsTheirRecordToThePeopleWhomItProtectsAndToThoseWithAnOlderNumber(String persona) {
        assertThat(RecordForTests.signedInAs(persona).asking().get("/my-record").statusCode())
                .isEqualTo(200);
    }

    @Test
    void opensNothingToASessionOfStaff() {
        // Given
        var staff = ConsoleForTests.signedInAs("carla-caseworker").sessionCookie();
        // When and then
        assertAskedToSignIn(given().redirects()
                .follow(false)
                .cookie(RecordForTests.SESSION, staff)
                .get("/my-record"));
    }

    @Test
    void opensNoConsoleToASessionOfAPerson() {
        // Given
        var person = RecordForTests.signedInAs("person-ordinary").sessionCookie();
        // When and then
        assertAskedToSignIn(given().redirects()
                .follow(false)
                .cookie(ConsoleForTests.SESSION, person)
                .get("/console"));
    }

    @Test
    void opensNothingToAnAccessToken() {
        // When
        var asStaff = given().redirects().follow(false).auth().oauth2(Tokens.ofStaff("carla-caseworker"));
        var asAgency = given().redirects().follow(false).auth().oauth2(Tokens.of("home-office"));
        // Then
        assertThat(asStaff.get("/my-record").statusCode()).isIn(302, 401);
        assertThat(asAgency.get("/my-record").statusCode()).isIn(302, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my-record;a=b", "/my-record/;a", "//my-record", "/my-record%2F"})
    void letsNobodyPastTheSignInByASpelling(String path) {
        // When
        var answer = given().urlEncodingEnabled(false).redirects().follow(false).get(path);
        // Then
        assertThat(answer.statusCode()).isIn(302, 401, 404);
        assertThat(answer.asString()).doesNotContain("Who received details");
    }

    @Test
    void signsOutHereAndAtTheIdentityProvider() {
        // Given
        var person = RecordForTests.signedInAs("person-ordinary");
        // When
        var page = person.form().post("/my-record/sign-out");
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.detailedCookie(RecordForTests.SESSION).getMaxAge()).isZero();
        assertThat(page.htmlPath().getString("**.find { it.name() == 'form' }.@action"))
                .endsWith("/logout");
        assertThat(page.htmlPath().getString("**.find { it.@name == 'post_logout_redirect_uri' }.@value"))
                .endsWith("/signed-out/my-record");
        assertThat(rows(person)).isZero();
        assertAskedToSignIn(person.asking().get("/my-record"));
    }

    @Test
    void takesNoFormWithoutItsToken() {
        // Given
        var person = RecordForTests.signedInAs("person-ordinary");
        // When
        var answer = person.asking().formParam("csrf", "guessed").post("/my-record/sign-out");
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(rows(person)).isEqualTo(1);
    }

    @Test
    void endsASessionNobodyUses() {
        // Given
        var person = RecordForTests.signedInAs("person-ordinary");
        // When
        age(person, "seen_at", PersonSession.IDLE);
        // Then
        assertAskedToSignIn(person.asking().get("/my-record"));
    }

    @Test
    void endsEverySessionAfterItsLongestTime() {
        // Given
        var person = RecordForTests.signedInAs("person-ordinary");
        // When
        age(person, "started_at", PersonSession.LONGEST);
        // Then
        assertAskedToSignIn(person.asking().get("/my-record"));
    }

    @Test
    void livesShorterThanASessionOfStaff() {
        assertThat(PersonSession.LONGEST).isLessThan(StaffSession.LONGEST);
        assertThat(PersonSession.IDLE).isLessThan(StaffSession.IDLE);
    }

    private static String messageTo(String persona) {
        return RecordForTests.signedInAs(persona)
                .asking()
                .get("/my-record")
                .asString()
                .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "");
    }

    private static void assertAskedToSignIn(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/authorize?");
    }

    private void age(RecordForTests person, String column, Duration by) {
        behind.change(
                "UPDATE person_session SET " + column + " = " + column
                        + " - make_interval(secs => ?) WHERE reference = ?",
                (int) by.toSeconds(),
                hash(person));
    }

    private long rows(RecordForTests person) {
        return Long.parseLong(behind.rows("SELECT count(*) FROM person_session WHERE reference = ?", hash(person))
                .getFirst()
                .getFirst());
    }

    private static byte[] hash(RecordForTests person) {
        return PersonSession.referredToBy(person.sessionCookie()).orElseThrow().hash();
    }
}
