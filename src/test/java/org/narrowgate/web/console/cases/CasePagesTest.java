package org.narrowgate.web.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.review.CaseDrafts;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class CasePagesTest {
    private static final String REASONS = "The danger to her is great, and time is short.";
    private static final String SPELT_OUT = "</textarea><script>alert(1)</script> & \"quoted\"";

    @Inject
    Caseworkers caseworkers;

    @Inject
    CaseDrafts drafts;

    @Inject
    DataSource database;

    private final BehindTheDoor behind = new BehindTheDoor();

    private ConsoleForTests carla;
    private ConsoleForTests colin;
    private String id;
    private String reference;

    @BeforeEach
    void ask() throws SQLException {
        behind.holdTheCast();
        AgencyForTests.askAfresh(database);
        carla = ConsoleForTests.signedInAs("carla-caseworker");
        colin = ConsoleForTests.signedInAs("colin-caseworker");
        reference = AgencyForTests.reference();
        id = AgencyForTests.commission().witness(reference);
    }

    @Test
    void showsOneRequestWithoutTellingAnythingOfTheRegistry() {
        // When
        var page = page(carla);
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(reference, "Criminal Cases Review Commission", "Addo-Ferris", "12 September 1990")
                .contains("Approving does not tell you whether anybody was found.")
                .contains("20 working days left", "Released as held", "Withheld")
                // What only the registry knows of him.
                .doesNotContain("Kwame", "9000000149", "Railway Place", "CR2 9XA");
    }

    @Test
    void approvesAndSendsBackToTheQueueWithoutTellingWhetherAnybodyWasFound() {
        // When
        var answer = send(carla, "approve", weighed());
        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/console?done=APPROVED");
        assertThat(carla.asking().get("/console?done=APPROVED").asString())
                .contains("Approved. The agency can read the outcome; whether anybody was found is not shown here.");
        assertThat(AgencyForTests.commission().reads(id).get("state").asText()).isEqualTo("TRACED");
    }

    @Test
    void looksTheSameAfterAnApprovalWhetherOrNotAnybodyWasFound() {
        // Given
        var unknown = AgencyForTests.commission().nobody(reference);
        send(carla, "approve", weighed());
        var found = id;
        id = unknown;
        send(carla, "approve", weighed());
        // When
        var ofNobody = page(carla).asString();
        id = found;
        var ofSomebody = page(carla).asString();
        // Then
        assertThat(AgencyForTests.commission().reads(unknown).get("state").asText())
                .isEqualTo("NOT_TRACED");
        assertThat(alike(ofNobody)).isEqualTo(alike(ofSomebody).replace("Addo-Ferris", "Nobody-Anywhere"));
    }

    @Test
    void refusesWithAReason() {
        // When
        var answer = send(carla, "refuse", Map.of("refusal", REASONS));
        // Then
        assertThat(answer.header("Location")).endsWith("/console?done=REFUSED");
        assertThat(AgencyForTests.commission().reads(id).at("/outcome/reason").asText())
                .isEqualTo("NOT_IN_PUBLIC_INTEREST");
    }

    @Test
    void tellsEveryFaultOfATestBesideItsFieldAndKeepsTheRest() {
        // When
        var answer = send(
                carla,
                "approve",
                Map.of("weight-TRUST", "STRONG", "proportionality", SPELT_OUT, "alternatives", "Too short"));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = answer.htmlPath();
        assertThat(texts(page, "**.findAll { it.@role == 'alert' }.ul.li.a.@href"))
                .containsExactly(
                        "#weight-SERIOUS_HARM",
                        "#weight-VULNERABLE_PERSON",
                        "#weight-ADMINISTRATION_OF_JUSTICE",
                        "#weight-PUBLIC_SECURITY",
                        "#weight-PUBLIC_HEALTH",
                        "#weight-PERSON_AND_FAMILY",
                        "#weight-AGE_OF_THE_MATTER",
                        "#alternatives",
                        "#reasons");
        assertThat(text(page, "**.find { it.@id == 'alternatives' }.@'aria-describedby'"))
                .isEqualTo("alternatives-fault alternatives-hint");
        assertThat(text(page, "**.find { it.@id == 'alternatives-fault' }"))
                .isEqualTo("Write 20 to 2,000 characters; these are 9.");
        assertThat(answer.asString())
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;</textarea>")
                .contains("value=\"STRONG\" checked");
        assertThat(state()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void countsATextThatIsTooLong() {
        // Given: as a browser sends them, each line end as two characters.
        var longest = "é\r\n".repeat(1000) + "!";
        // When
        var answer = send(carla, "refuse", Map.of("refusal", longest));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("The reason has 10 to 2,000 characters; this has 2,001.");
        assertThat(send(carla, "refuse", Map.of("refusal", "é\r\n".repeat(999) + "ok"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void turnsAHugeFormAwayWithASentence() {
        // When
        var answer = send(carla, "refuse", Map.of("refusal", "x".repeat(62 * 1024)));
        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.asString()).contains("Too long", "nothing was changed");
        assertThat(state()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void tellsTheSecondOfTwoEqualFormsThatTheRequestHasMoved() {
        // Given
        var form = version(carla);
        // When
        var first = post(carla, "approve", form, weighed());
        var second = post(carla, "approve", form, weighed());
        // Then
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString())
                .contains("This request has moved since you opened it; it is now: Approved. Nothing was done.");
    }

    @Test
    void keepsWhatWasTypedOnAPageThatIsStale() {
        // Given
        var form = version(carla);
        post(colin, "refuse", form, Map.of("refusal", REASONS));
        // When
        var answer = post(carla, "approve", form, weighed());
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString())
                .contains("it is now: Refused. Nothing was done.")
                .contains("What you typed", "Where he lives is the least that answers the question.");
    }

    @Test
    void offersWhatWasTypedAgainWhereTheRequestIsStillOpen() {
        // Given
        var form = version(carla);
        caseworkers.ask(id, "How old is this photograph?");
        AgencyForTests.commission().answers(id, "It was taken in May.");
        // When
        var answer = post(carla, "approve", form, weighed());
        var again = post(carla, "approve", versionOf(answer), weighed());
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString())
                .contains("Where he lives is the least that answers the question.</textarea>")
                .contains("value=\"SOME\" checked", "It was taken in May.");
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void offersNoFormsWhileAColleagueHoldsTheClaim() {
        // Given
        var form = version(colin);
        var claimed = send(carla, "claim", Map.of());
        // When
        var page = page(colin).asString();
        var tried = post(colin, "refuse", form, Map.of("refusal", REASONS));
        // Then
        assertThat(claimed.header("Location")).endsWith("/console/requests/" + id + "?done=CLAIMED");
        assertThat(page)
                .containsPattern("Claimed by Carla, caseworker until \\d\\d:\\d\\d\\. You can decide once")
                .doesNotContain("/approve\"", "/refuse\"", "/question\"");
        assertThat(tried.statusCode()).isEqualTo(409);
        assertThat(tried.asString())
                .contains("Carla, caseworker is at work on this request. Nothing was done.", REASONS);
        assertThat(state()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void tellsWhoWasFirstWhereTwoClaimAtOnce() {
        // Given
        send(carla, "claim-in-queue", Map.of());
        // When
        var second = colin.form().post("/console/requests/" + id + "/claim-in-queue?agency=case-review-commission");
        // Then
        assertThat(second.header("Location"))
                .endsWith("/console?agency=case-review-commission&done=COLLEAGUE_WAS_FIRST");
        assertThat(row(colin)).contains("Claimed by Carla, caseworker until").doesNotContain("<button");
        assertThat(row(carla)).contains("Claimed by you until", "Give back");
    }

    @Test
    void givesARequestBack() {
        // Given
        send(carla, "claim", Map.of());
        // When
        var answer = send(carla, "give-back", Map.of());
        // Then
        assertThat(answer.header("Location")).endsWith("/console?done=GIVEN_BACK");
        assertThat(row(colin)).contains("Claim " + reference);
    }

    @Test
    void prolongsAClaim() {
        assertThat(send(carla, "prolong", Map.of()).jsonPath().getString("words"))
                .matches("Claimed by you until \\d\\d:\\d\\d\\.");
        assertThat(post(colin, "prolong", "", Map.of()).jsonPath().getString("words"))
                .startsWith("Claimed by Carla, caseworker until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01T00:00:00Z", "'; DROP TABLE case_claim; --"})
    void turnsAVersionThatIsNoneAway(String version) {
        var answer = post(carla, "approve", version, weighed());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("This did not work").doesNotContain("Exception", "DROP TABLE");
    }

    @Test
    void turnsChoicesAwayThatNoFormOffers() {
        var form = version(carla);
        for (var tampered :
                List.of(Map.of("weight-LUCK", "SOME"), Map.of("weight-TRUST", "ENORMOUS"), Map.of("weight-", "SOME"))) {
            var answer = post(carla, "approve", form, tampered);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.asString()).doesNotContain("Exception", "LUCK", "ENORMOUS");
        }
        assertThat(post(carla, "priority", form, Map.of("answer", "perhaps", "priority-reasons", REASONS))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-an-id", "00000000-0000-4000-8000-000000000000", "1-1-1-1-1"})
    void saysThatNothingIsThereWhereNoRequestIs(String nothing) {
        id = nothing;
        assertThat(page(carla).statusCode()).isEqualTo(404);
        for (var move : List.of("approve", "refuse", "claim", "draft", "prolong")) {
            assertThat(post(carla, move, "2026-01-01T00:00:00Z", weighed()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(carla.asking().get("/console/incidents/" + nothing).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"which=SOME", "ground=LUCK", "agency=Not%20one", "purpose=%27", "page=0", "page=x"})
    void turnsAFilterAwayThatMeansNothing(String filter) {
        assertThat(carla.asking()
                        .urlEncodingEnabled(false)
                        .get("/console?" + filter)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void narrowsTheQueue() {
        assertThat(row(carla, "?agency=case-review-commission&purpose=case-review&ground=&which="))
                .contains("20 working days left", "None given", "Under review");
        assertThat(row(carla, "?agency=police-north")).isEmpty();
        assertThat(row(carla, "?ground=COURT_ORDER")).isEmpty();
        assertThat(row(carla, "?which=OVERDUE")).isEmpty();
        assertThat(carla.asking().get("/console?agency=nobody-known").asString())
                .contains("No open request fits this choice.");
    }

    @Test
    void showsARequestThatIsOver() {
        // Given
        AgencyForTests.commission().withdraws(id);
        // When
        var page = page(carla).asString();
        // Then
        assertThat(page)
                .contains("Withdrawn", "Nothing is left to decide.", "Not kept any longer")
                .doesNotContain("data-keep", "Addo-Ferris");
    }

    @Test
    void keepsADraftForItsWriterOnlyAndUntilTheDecision() {
        // Given
        var typed = Map.of("weight-TRUST", "STRONG", "proportionality", SPELT_OUT, "unknown", "x");
        // When
        var saved = send(carla, "draft", typed);
        // Then
        assertThat(saved.jsonPath().getString("words")).matches("Draft saved at \\d\\d:\\d\\d\\.");
        assertThat(page(carla).asString())
                .containsPattern("Your draft of \\d+ \\p{L}+ \\d{4}, \\d\\d:\\d\\d is restored below\\.")
                .contains("&lt;/textarea&gt;&lt;script&gt;");
        assertThat(page(colin).asString()).doesNotContain("restored", "&lt;/textarea&gt;&lt;script&gt;");
        assertThat(drafts.of(Caseworkers.id(id), "carla-caseworker")
                        .orElseThrow()
                        .form())
                .containsOnlyKeys("weight-TRUST", "proportionality");
        send(colin, "refuse", Map.of("refusal", REASONS));
        assertThat(drafts.of(Caseworkers.id(id), "carla-caseworker")).isEmpty();
        assertThat(post(carla, "draft", "", typed).statusCode()).isEqualTo(200);
        assertThat(page(carla).asString()).doesNotContain("&lt;/textarea&gt;&lt;script&gt;");
    }

    @Test
    void forgetsOnlyTheQuestionOnceItIsAsked() {
        // Given
        send(carla, "draft", Map.of("question", "How old is he?", "reasons", REASONS));
        // When
        var asked = send(carla, "question", Map.of("question", "How old is he now?"));
        // Then
        assertThat(asked.header("Location")).endsWith("/console?done=ASKED");
        assertThat(drafts.of(Caseworkers.id(id), "carla-caseworker")
                        .orElseThrow()
                        .form())
                .isEqualTo(Map.of("reasons", REASONS));
    }

    @Test
    void discardsADraft() {
        // Given
        send(carla, "draft", Map.of("reasons", REASONS));
        // When
        var answer = send(carla, "draft/discard", Map.of());
        // Then
        assertThat(answer.header("Location")).endsWith("?done=DRAFT_DISCARDED");
        assertThat(drafts.of(Caseworkers.id(id), "carla-caseworker")).isEmpty();
    }

    @Test
    void takesNoDraftLargerThanOneCanBe() {
        assertThat(send(carla, "draft", Map.of("reasons", "x".repeat(17 * 1024)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(carla, "draft", Map.of("reasons", "x\0y")).statusCode()).isEqualTo(200);
    }

    @Test
    void aNoticeIsOneOfOursOrNone() {
        assertThat(carla.asking().get("/console?done=You+have+won").asString()).doesNotContain("You have won");
    }

    private Response page(ConsoleForTests who) {
        return who.asking().get("/console/requests/" + id);
    }

    private String version(ConsoleForTests who) {
        return versionOf(page(who));
    }

    private static String versionOf(Response page) {
        return text(page.htmlPath(), "**.find { it.@name == 'version' }.@value");
    }

    private Response send(ConsoleForTests who, String move, Map<String, String> fields) {
        return post(who, move, version(who), fields);
    }

    private Response post(ConsoleForTests who, String move, String version, Map<String, String> fields) {
        RequestSpecification form = who.form().formParam("version", version).formParams(fields);
        return form.post("/console/requests/" + id + "/" + move);
    }

    /** The request's row in the queue; empty where it is not there. */
    private String row(ConsoleForTests who) {
        return row(who, "?agency=case-review-commission");
    }

    private String row(ConsoleForTests who, String filter) {
        var text = new StringBuilder();
        for (int page = 1; page <= 20; page++) {
            text.append(who.asking()
                    .urlEncodingEnabled(false)
                    .get("/console" + filter + "&page=" + page)
                    .asString());
        }
        int at = text.indexOf("/console/requests/" + id + "\"");
        return at < 0 ? "" : text.substring(at, text.indexOf("</tr>", at));
    }

    private String state() {
        return AgencyForTests.commission().reads(id).get("state").asText();
    }

    private static Map<String, String> weighed() {
        var fields = new HashMap<String, String>();
        for (var factor : PublicInterestFactor.values()) {
            fields.put(Typed.name(factor), "SOME");
        }
        fields.put("proportionality", "Where he lives is the least that answers the question.");
        fields.put("alternatives", "The usual sources were tried, and there is no other witness.");
        fields.put("reasons", REASONS);
        return fields;
    }

    /** Without ids, times and the case's own words. */
    private static String alike(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "-")
                .replaceAll("\\d\\d:\\d\\d", "-")
                .replaceAll("value=\"[^\"]+\"", "-")
                .replaceAll("(?s)<section id=\"earlier\".*?</section>", "-");
    }

    private static String text(XmlPath page, String path) {
        return page.getString(path);
    }

    private static List<String> texts(XmlPath page, String path) {
        return page.getList(path, String.class);
    }
}
