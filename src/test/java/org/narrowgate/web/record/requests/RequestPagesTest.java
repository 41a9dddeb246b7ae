package org.narrowgate.web.record.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Restrictions;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RulingService;
import org.narrowgate.rights.request.TravelledRights;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.record.RecordForTests;

@QuarkusTest
@TestProfile(TravelledRights.class)
class RequestPagesTest {
    private static final NhsNumber ELEANOR = new NhsNumber("9000000009");
    private static final NhsNumber MIRIAM = new NhsNumber("9000000025");
    private static final PurposeId COUNTER_FRAUD = new PurposeId("counter-fraud");
    private static final String WHY = "An officer of theirs is my former husband.";
    private static final String REASONS = "We have looked at what you wrote, and this is what we found.";

    @Inject
    RequestService requests;

    @Inject
    RulingService rulings;

    @Inject
    Restrictions restrictions;

    @Inject
    DisclosureService disclosures;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    TravelledClock clock;

    @BeforeEach
    void nobodyHasAskedAnything() {
        clock.set(Instant.now());
        behind.holdTheCast();
        behind.change("TRUNCATE rights_case, rights_case_subject, rights_case_entry");
    }

    @Test
    void whoAsksForRestrictionIsToldWhatYieldsAndWhatDoesNot() {
        // When
        var page = eleanor().asking().get("/my-record/requests/ask/restriction").asString();
        // Then
        assertThat(page)
                .contains("class=\"yes\"", "class=\"no\"", "Court Service", "NHS Counter Fraud Authority")
                .contains("Nobody is traced for it while this is in effect")
                .contains("It goes on: the policy puts it above a restriction");
    }

    @Test
    void thePageOffersObjectionsOnlyWhereTheLawfulBasisAllowsThem() {
        // When
        var page = eleanor().asking().get("/my-record/requests/ask/objection").asString();
        // Then
        assertThat(page)
                .contains("value=\"counter-fraud\"", "value=\"immigration-tracing\"")
                .doesNotContain("value=\"court-order\"", "value=\"missing-vulnerable-person\"");
    }

    @ParameterizedTest
    @EnumSource
    void whateverCanBeAskedHasItsForm(Asked.Kind kind) {
        // When
        var page = eleanor().asking().get("/my-record/requests/ask/" + kind.word());
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<form method=\"post\" action=\"/my-record/requests/ask/" + kind.word() + "\"");
    }

    @Test
    void aRestrictionIsInEffectWithTheAnswer() {
        // When
        var answer = eleanor().form().post("/my-record/requests/ask/restriction");
        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(restrictions.hold(disclosures.knownAs(ELEANOR), Set.of(COUNTER_FRAUD)))
                .isTrue();
        assertThat(eleanor().asking().get("/my-record").asString())
                .contains("Restriction", "Waiting for a decision.", "In effect since", "You have an answer by")
                .doesNotContain("/my-record/requests/ask/restriction");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        // When
        var tooShort = eleanor()
                .form()
                .formParam("purpose", "counter-fraud")
                .formParam("words", "<b>no</b>")
                .post("/my-record/requests/ask/objection");
        var notChosen = eleanor().form().formParam("words", WHY).post("/my-record/requests/ask/objection");
        // Then
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.asString())
                .contains(
                        "Why you object has 20 to 2,000 characters; this has 9.",
                        "&lt;b&gt;no&lt;/b&gt;</textarea>",
                        "value=\"counter-fraud\" checked");
        assertThat(notChosen.statusCode()).isEqualTo(422);
        assertThat(notChosen.asString()).contains("Choose the purpose that you object to.", WHY + "</textarea>");
        assertThat(requests.casesOf(ELEANOR)).isEmpty();
    }

    @Test
    void noFormCountsThatWasNotSentFromAPageOfTheSession() {
        // When
        var answer = eleanor()
                .asking()
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", "made up")
                .post("/my-record/requests/ask/restriction");
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(requests.casesOf(ELEANOR)).isEmpty();
    }

    @Test
    void aDecisionIsToldWithItsReasonsTheDayItEndsAndHowToComplain() {
        // Given
        var file = requests.ask(ELEANOR, new Asked.Objection(COUNTER_FRAUD), WHY);
        rulings.refuse(Caseworkers.CARLA, file.id(), 1, REASONS);
        // When
        var page = eleanor().asking().get("/my-record/requests").asString();
        // Then
        assertThat(page)
                .contains("Refused.", REASONS, "In effect until the end of", "Information Commissioner")
                .doesNotContain("Carla", "carla");
    }

    @Test
    void nobodySeesOrTakesBackSomebodyElsesRequest() {
        // Given
        var file = requests.ask(MIRIAM, new Asked.Rectification(), "My road is called Harbour Close now.");
        // When
        var answer = eleanor().form().post("/my-record/requests/" + file.id() + "/take-back");
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(eleanor().asking().get("/my-record/requests").asString()).doesNotContain("Harbour Close");
        assertThat(requests.casesOf(MIRIAM)).containsExactly(file);
    }

    @Test
    void aCopyIsThereOnceItIsReleasedAndForThirtyDays() throws Exception {
        // Given
        clock.set(Instant.now().minus(Duration.ofDays(40)));
        var earlier = released(requests.ask(ELEANOR, new Asked.Copy(), ""));
        clock.set(Instant.now());
        var file = requests.ask(ELEANOR, new Asked.Copy(), "");
        var before = eleanor().asking().get(copyOf(file)).statusCode();
        // When
        released(file);
        var copy = eleanor().asking().get(copyOf(file) + "/copy.json");
        // Then
        assertThat(before).isEqualTo(404);
        assertThat(eleanor().asking().get(copyOf(earlier)).statusCode()).isEqualTo(404);
        assertThat(eleanor().asking().get(copyOf(file)).asString()).contains("Copy of my record", REASONS);
        assertThat(RecordForTests.signedInAs("person-restricted")
                        .asking()
                        .get(copyOf(file) + "/copy.json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(copy.header("Content-Disposition")).isEqualTo("attachment; filename=\"my-record.json\"");
        assertThat(copy.header("Cache-Control")).isEqualTo("no-store");
        var read = new ObjectMapper().readTree(copy.asString());
        assertThat(keys(read))
                .containsSubsequence("format", "madeAt", "logBegan", "requests", "openings", "rightsCases");
        assertThat(keys(read.at("/rightsCases/0")))
                .containsExactly("id", "asked", "words", "receivedAt", "dueBy", "state", "inEffect", "replies");
        assertThat(copy.asString()).doesNotContain(ELEANOR.digits(), "Carla", "caseReference", file.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"person-child", "person-deceased", "person-unknown", "person-low-assurance"})
    void whoSeesNoRecordAsksNothing(String persona) {
        // When
        var answer = RecordForTests.signedInAs(persona).asking().get("/my-record/requests/ask/restriction");
        // Then
        assertThat(answer.statusCode()).isIn(403, 404);
        assertThat(answer.asString()).doesNotContain("<textarea");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void fromTheRecordToARestrictionAndBackByKeyboard(int width) {
        try (var browser = BrowserForTests.start()) {
            // Given
            var person = browser.browser()
                    .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))
                    .newPage();
            RecordForTests.signIn(person, "person-ordinary", "/my-record");
            person.locator("a:has-text('Ask for restriction')").focus();
            // When
            person.keyboard().press("Enter");
            person.waitForSelector("#words");
            shot(person, "my-requests-ask-" + width);
            person.locator("#words").fill("What you hold about my address is contested.");
            person.context().clearCookies();
            person.locator("button.primary").press("Enter");
            person.waitForSelector("[data-say]:not([hidden])");
            // Then
            assertThat(person.locator("[data-say]").innerText()).contains("Your session has ended.");
            assertThat(person.locator("#words").inputValue()).contains("contested");
            shot(person, "my-requests-ended-" + width);
            // When
            var tab = person.context().newPage();
            RecordForTests.signIn(tab, "person-ordinary", "/my-record/requests");
            tab.close();
            person.locator("button.primary").press("Enter");
            person.waitForSelector("[role=status]:has-text('in effect from now on')");
            // Then
            shot(person, "my-requests-" + width);
            assertThat(requests.casesOf(ELEANOR))
                    .extracting(RightsCase::words)
                    .containsExactly("What you hold about my address is contested.");
            // When
            var standing = rulings.uphold(
                    Caseworkers.CARLA, requests.casesOf(ELEANOR).getFirst().id(), 1, REASONS);
            rulings.lift(Caseworkers.CARLA, standing.id(), 2, "It is no longer needed, as your address is right now.");
            person.navigate(person.url().replaceFirst("/my-record.*", "/my-record#requests"));
            // Then
            assertThat(person.locator("#requests").innerText())
                    .contains("Lifted: the restriction is no longer needed", "In effect until the end of", REASONS);
            shot(person, "my-record-requests-" + width);
        }
    }

    private RightsCase released(RightsCase file) {
        return rulings.uphold(Caseworkers.CARLA, file.id(), 1, REASONS);
    }

    private static String copyOf(RightsCase file) {
        return "/my-record/copies/" + file.id();
    }

    private static RecordForTests eleanor() {
        return RecordForTests.signedInAs("person-ordinary");
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void shot(Page page, String name) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }
}
