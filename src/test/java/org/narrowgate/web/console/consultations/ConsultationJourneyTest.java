package org.narrowgate.web.console.consultations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.TravelledClock;
import org.narrowgate.governance.consultation.ConsultationForTests;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.consultation.RepresentationService;
import org.narrowgate.governance.consultation.Ruling;
import org.narrowgate.governance.consultation.TravelledConsultations;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

/** A consultation from its draft to its outcome, in a real browser. */
@QuarkusTest
@TestProfile(TravelledConsultations.class)
class ConsultationJourneyTest {
    private static final String SAID = "The postcode is enough for what they do. <b>Keep it</b>.";

    private static BrowserForTests chromium;

    @Inject
    ConsultationService consultations;

    @Inject
    RepresentationService representations;

    @Inject
    DraftService drafts;

    @Inject
    TravelledClock clock;

    private ConsultationForTests given;

    @BeforeAll
    static void start() {
        chromium = BrowserForTests.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void aDayGoesBy() {
        given = new ConsultationForTests(consultations, drafts, clock);
        given.aDayGoesBy();
    }

    @Test
    void aDraftIsConsultedOnFromTheFirstQuestionToTheOutcome() {
        // Given
        var draft = given.draft();
        try (var context = chromium.browser().newContext()) {
            // When an author opens it
            var ada = context.newPage();
            ConsoleForTests.signIn(ada, "ada-author", "/console/consultations/new?draft=" + draft.id());
            assertThat(ada.locator(".widening")).containsText("gender");
            ada.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Gender for postcode");
            ada.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill(ConsultationForTests.ASKED);
            ada.getByRole(AriaRole.BUTTON, button("Open the consultation")).click();
            assertThat(ada.getByRole(AriaRole.STATUS)).containsText("The consultation is open.");
            ada.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("As the public sees it"))
                    .click();
            var address = ada.url();
            // and somebody without an account says something, with the keyboard alone
            try (var outside = chromium.browser().newContext()) {
                var reader = outside.newPage();
                reader.navigate(address);
                sendByKeyboard(reader);
            }
            // and an approver reads and judges it
            var opened = consultations.all().stream()
                    .filter(one -> one.draft().equals(draft.id()))
                    .findFirst()
                    .orElseThrow();
            try (var other = chromium.browser().newContext()) {
                var paul = other.newPage();
                ConsoleForTests.signIn(paul, "paul-approver", "/console/consultations/" + opened.id());
                assertThat(paul.locator("blockquote")).hasText(SAID);
                tabTo(paul, paul.getByRole(AriaRole.BUTTON, button("Show number 1")));
                paul.keyboard().press("Enter");
                assertThat(paul.getByRole(AriaRole.STATUS)).hasText("Your ruling counts from now on.");
                paul.getByLabel("Judge number 1").check();
                paul.getByLabel("Judgement").fill("We agree with this.");
                paul.getByRole(AriaRole.BUTTON, button("Keep the judgement")).click();
                assertThat(paul.getByRole(AriaRole.STATUS)).containsText("The judgement is kept.");
            }
            // and publishes what came of it after the last day
            given.untilTheEndOf(opened);
            try (var later = chromium.browser().newContext()) {
                var paul = later.newPage();
                ConsoleForTests.signIn(paul, "paul-approver", "/console/consultations/" + opened.id());
                paul.getByRole(AriaRole.BUTTON, button("Publish the outcome")).click();
                assertThat(paul.getByRole(AriaRole.ALERT)).containsText("The outcome has 20 to 10,000 characters");
                paul.getByLabel("What came of it").fill("One representation came, and it was against it.");
                paul.getByLabel("What is changed because of it").fill("Nothing: the postcode stays.");
                paul.getByRole(AriaRole.BUTTON, button("Publish the outcome")).click();
                assertThat(paul.getByRole(AriaRole.STATUS)).containsText("The outcome is published");
            }
            // Then
            ada.navigate(address);
            assertThat(ada.locator("main")).containsText("One representation came, and it was against it.");
            assertThat(ada.locator("blockquote")).hasText(SAID);
            assertThat(ada.locator(".judgement")).containsText("We agree with this.");
        }
    }

    @Test
    void anOverseerReadsAndIsOfferedNothing() {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID, "");
        var olga = ConsoleForTests.signedInAs("olga-overseer");
        // When
        var page = olga.asking().get("/console/consultations/" + open.id());
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("The postcode is enough")
                .doesNotContain("Show number 1", "Withdraw it", "Keep the judgement");
        for (var action : Set.of("rulings", "judgements", "outcome", "withdrawal")) {
            assertThat(olga.form()
                            .post("/console/consultations/" + open.id() + "/" + action)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aRulingOnWhatSomebodyElseHasRuledOnIsRefusedInWords() {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID, "");
        representations.rule(ConsultationForTests.APPROVER, open.id(), 1, 0, Ruling.ABUSIVE);
        // When
        var answer = ConsoleForTests.signedInAs("ada-author")
                .form()
                .formParam("number", 1)
                .formParam("readings", 0)
                .formParam("ruling", "SHOWN")
                .post("/console/consultations/" + open.id() + "/rulings");
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Somebody else has ruled on representation 1 since you saw it.");
    }

    @Test
    void aConsultationThatCannotBeOpenedIsShownAgainWithAllThatWasTyped() {
        // Given
        var draft = given.draft();
        // When
        var answer = ConsoleForTests.signedInAs("ada-author")
                .form()
                .formParam("draft", draft.id().toString())
                .formParam("revision", draft.revision())
                .formParam("title", "Gender <for> postcode")
                .formParam("text", ConsultationForTests.ASKED)
                .formParam("closes-on", given.today().toString())
                .post("/console/consultations/new");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("The last day is tomorrow at the earliest")
                .contains("Gender &lt;for&gt; postcode", ConsultationForTests.ASKED)
                .contains("value=\"" + given.today() + "\"");
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "390,LIGHT", "1280,DARK", "390,DARK"})
    void nothingHasToBeScrolledSideways(int width, ColorScheme scheme) {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID + "x".repeat(200), "n".repeat(100));
        representations.receive(open.id(), SAID, "A reader");
        representations.receive(open.id(), SAID, "");
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 1, 0, Ruling.SHOWN);
        representations.rule(ConsultationForTests.AUTHOR, open.id(), 2, 0, Ruling.NOT_ABOUT_IT);
        representations.judge(ConsultationForTests.AUTHOR, open.id(), Set.of(1), "We agree with this.");
        var draft = given.draft();
        try (var context = chromium.browser()
                .newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
            var page = context.newPage();
            ConsoleForTests.signIn(page, "ada-author", "/console/consultations");
            // When and then
            fits(page, "console-consultations", width, scheme);
            go(page, "/console/consultations/" + open.id());
            fits(page, "console-consultation", width, scheme);
            go(page, "/console/consultations/new?draft=" + draft.id());
            fits(page, "console-consultation-new", width, scheme);
            go(page, "/transparency/consultations");
            fits(page, "consultations", width, scheme);
            go(page, "/transparency/consultations/" + open.id());
            page.getByRole(AriaRole.BUTTON, button("Send")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            fits(page, "consultation", width, scheme);
            assertThat(page.locator("#website").boundingBox().x).isNegative();
        }
    }

    private static void fits(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", name + "-" + width + "-" + scheme + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    private static void go(Page page, String path) {
        page.navigate(BrowserForTests.address() + path);
    }

    private static void sendByKeyboard(Page page) {
        tabTo(page, page.getByLabel("What you want to say"));
        page.keyboard().type(SAID);
        tabTo(page, page.getByLabel("Your name or organisation"));
        page.keyboard().type("A reader");
        // The field that is to stay empty is never come to.
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON, button("Send"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("number 1, has been received. It is read before it shows");
    }

    private static void tabTo(Page page, Locator target) {
        for (int pressed = 0; pressed < 60; pressed++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
