package org.narrowgate.web.transparency.consultations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.TravelledClock;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.ConsultationForTests;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.consultation.RepresentationService;
import org.narrowgate.governance.consultation.Ruling;
import org.narrowgate.governance.consultation.TravelledConsultations;
import org.narrowgate.governance.draft.DraftService;

@QuarkusTest
@TestProfile(TravelledConsultations.class)
class ConsultationPagesTest {
    private static final String SAID = "The postcode is enough for what they do.";

    @Inject
    ConsultationService consultations;

    @Inject
    RepresentationService representations;

    @Inject
    DraftService drafts;

    @Inject
    TravelledClock clock;

    private ConsultationForTests given;

    @BeforeEach
    void aDayGoesBy() {
        given = new ConsultationForTests(consultations, drafts, clock);
        given.aDayGoesBy();
    }

    @Test
    void anOpenConsultationSaysWhatIsAskedWhatWouldChangeAndUntilWhen() throws Exception {
        // Given
        var open = given.open();
        // When
        var page = given().get(address(open));
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("max-age=60");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
        assertThat(page.asString())
                .contains(
                        ConsultationForTests.ASKED,
                        "Open until the end of",
                        "▲ More is disclosed",
                        "▼ Less is disclosed")
                .contains("What you write will be published", "nothing", open.hash())
                .containsPattern("class=\"widening\"><li>[^<]*gender")
                .containsPattern("class=\"narrowing\"><li>[^<]*postcode");
        var document = given().get(address(open) + "/policy.json");
        assertThat(sha256(document.body().asByteArray())).isEqualTo(open.hash());
        assertThat(document.header("Cache-Control")).contains("immutable");
        assertThat(given().get("/transparency/consultations").asString())
                .contains(open.id().toString(), open.title());
    }

    @Test
    void whoeverSendsSomethingIsToldThatItWillBeReadFirst() {
        // Given
        var open = given.open();
        // When
        var answer = send(open, "203.0.113.1", SAID, "A reader");
        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        var next = answer.header("Location");
        assertThat(next).endsWith(address(open) + "?received=1#sent");
        var page = given().get(next.replaceFirst("#.*", ""));
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString())
                .contains(
                        "role=\"status\"",
                        "Your representation, number 1, has been received. It is read before it shows")
                .contains("1 representation is not read yet.")
                .doesNotContain(SAID, "A reader");
    }

    @Test
    void fiveThousandCharactersAreTakenAndOneMoreIsNotAndNothingTypedIsLost() {
        // Given
        var open = given.open();
        var longest = "ü".repeat(4990) + " a\r\nb & c";
        // When and then
        assertThat(send(open, "203.0.113.2", longest + "!", "").statusCode()).isEqualTo(303);
        var refused = send(open, "203.0.113.2", longest + "!!", "Möwe");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.asString())
                .contains("This was not sent", "Write 20 to 5,000 characters; these are 5,001.")
                .contains("ü".repeat(4990) + " a\nb &amp; c!!</textarea>", "value=\"Möwe\"")
                .contains("aria-invalid=\"true\"", "href=\"#text\"");
        assertThat(received(open)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script> and more of it",
                "</textarea><img src=x onerror=alert(1)> and so on",
                "{config:env} {#if true}template{/if} {inject:signedIn}",
                "<a href=\"javascript:alert(1)\">a link</a> http://example.org",
                "&lt;b&gt; &amp; \"quoted\" 'text' </blockquote><h1>"
            })
    void markupIsShownAsTextAndNothingIsALink(String text) {
        // Given
        var open = given.open();
        send(open, "203.0.113.3", text, "<b>Bold</b>");
        // When
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 1, 0, Ruling.SHOWN);
        // Then
        var page = given().get(address(open));
        assertThat(page.htmlPath().getString("**.find { it.name() == 'blockquote' }"))
                .isEqualTo(text);
        assertThat(page.htmlPath().getString("**.find { it.name() == 'bdi' }")).isEqualTo("<b>Bold</b>");
        assertThat(page.htmlPath().getList("**.findAll { it.name() == 'a' }.@href", String.class))
                .noneMatch(link -> link.contains("example.org") || link.contains("javascript"));
        // And typed again, in its field.
        var again = send(open, "203.0.113.3", text, "n".repeat(101));
        assertThat(again.htmlPath()
                        .getString("**.find { it.name() == 'textarea' }")
                        .strip())
                .isEqualTo(text);
    }

    @Test
    void whatDoesNotShowIsCountedWithItsReason() {
        // Given
        var open = given.open();
        send(open, "203.0.113.4", SAID, "");
        send(open, "203.0.113.4", SAID + " Mrs Miller thinks so too.", "");
        // When
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 1, 0, Ruling.SHOWN);
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 2, 0, Ruling.PERSONAL_DATA);
        // Then
        assertThat(given().get(address(open)).asString())
                .contains("<blockquote dir=\"auto\">" + SAID + "</blockquote>")
                .contains("1 representation is not shown because it holds details of people.")
                .doesNotContain("Miller");
    }

    @Test
    void theOutcomeStandsWithTheJudgementsOnceItIsPublished() {
        // Given
        var open = given.open();
        send(open, "203.0.113.5", SAID, "");
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 1, 0, Ruling.SHOWN);
        representations.judge(ConsultationForTests.AUTHOR, open.id(), Set.of(1), "We agree with this.");
        given.untilTheEndOf(open);
        assertThat(given().get(address(open)).asString())
                .contains("Closed after", "the outcome is still to be published")
                .doesNotContain("We agree with this.", "<form");
        // When
        consultations.conclude(
                ConsultationForTests.APPROVER, open.id(), "Most were against it.\n\nSo are we.", "Nothing changes.");
        // Then
        assertThat(given().get(address(open)).asString())
                .contains("Outcome published", "Most were against it.</p>", "So are we.</p>", "Nothing changes.")
                .contains("We agree with this.");
    }

    @Test
    void aWithdrawnConsultationStaysWithItsReason() {
        // Given
        var open = given.open();
        // When
        consultations.withdraw(ConsultationForTests.AUTHOR, open.id(), "The draft was a mistake.");
        // Then
        assertThat(given().get(address(open)).asString())
                .contains("Why it was withdrawn", "The draft was a mistake.")
                .doesNotContain("<form");
        assertThat(given().get("/transparency/consultations").asString())
                .contains(open.id().toString());
    }

    @Test
    void afterTheEndNothingIsTakenAndNothingTypedIsLost() {
        // Given
        var open = given.open();
        given.untilTheEndOf(open);
        // When
        var answer = send(open, "203.0.113.6", SAID, "A reader");
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("The consultation takes no more representations.", SAID, "A reader");
        assertThat(received(open)).isZero();
    }

    @Test
    void tenAnHourComeFromOneAddressAndTheEleventhIsAskedToWait() {
        // Given
        var open = given.open();
        for (int sent = 0; sent < 10; sent++) {
            assertThat(send(open, "203.0.113.7", SAID, "").statusCode()).isEqualTo(303);
        }
        // When
        var refused = send(open, "203.0.113.7", SAID, "A reader");
        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(refused.asString()).contains("Keep your text and send it later.", SAID, "A reader");
        assertThat(send(open, "203.0.113.8", SAID, "").statusCode()).isEqualTo(303);
        clock.set(clock.instant().plusSeconds(3601));
        assertThat(send(open, "203.0.113.7", SAID, "").statusCode()).isEqualTo(303);
        assertThat(received(open)).isEqualTo(12);
    }

    @Test
    void aProgramThatFillsInEverythingIsTurnedAwayInWords() {
        // Given
        var open = given.open();
        // When
        var answer = form("203.0.113.9")
                .formParams(Map.of("text", SAID, "name", "", "website", "https://example.org"))
                .post(address(open) + "/representations");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("The field that is to stay empty was filled in.", SAID)
                .doesNotContain("https://example.org");
        assertThat(received(open)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,https://elsewhere.example",
        "Origin,null",
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site"
    })
    void aFormOfAnotherSiteIsTurnedAway(String header, String value) {
        // Given
        var open = given.open();
        // When
        var answer = given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .header(header, value)
                .header("X-Forwarded-For", "203.0.113.10")
                .formParams(Map.of("text", SAID, "name", ""))
                .post(address(open) + "/representations");
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("The form was not sent from this page.", SAID);
        assertThat(received(open)).isZero();
    }

    @Test
    void aBodyThatIsTooBigIsTurnedAwayUnread() {
        // Given
        var open = given.open();
        // When
        var answer = send(open, "203.0.113.11", "x".repeat(70_000), "");
        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(received(open)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/transparency/consultations/00000000-0000-4000-8000-000000000000",
                "/transparency/consultations/nothing",
                "/transparency/consultations/00000000-0000-4000-8000-000000000000/policy.json"
            })
    void whatWasNeverAskedIsNotThere(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsSentToAConsultationThatIsNotThere() {
        assertThat(form("203.0.113.12")
                        .formParams(Map.of("text", SAID, "name", ""))
                        .post("/transparency/consultations/00000000-0000-4000-8000-000000000000/representations")
                        .statusCode())
                .isEqualTo(404);
    }

    private int received(Consultation consultation) {
        return representations
                .all(ConsultationForTests.AUTHOR, consultation.id())
                .size();
    }

    private static String address(Consultation consultation) {
        return "/transparency/consultations/" + consultation.id();
    }

    private static Response send(Consultation consultation, String sender, String text, String name) {
        return form(sender)
                .formParams(Map.of("text", text, "name", name, "website", ""))
                .post(address(consultation) + "/representations");
    }

    /** As a browser behind a proxy sends it from a page of ours. */
    private static RequestSpecification form(String sender) {
        return given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", sender);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
