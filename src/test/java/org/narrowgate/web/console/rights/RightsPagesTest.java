package org.narrowgate.web.console.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.rights.request.RulingService;
import org.narrowgate.rights.request.TravelledRights;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@TestProfile(TravelledRights.class)
class RightsPagesTest {
    private static final NhsNumber DANIEL = new NhsNumber("9000000149");
    private static final NhsNumber ELEANOR = new NhsNumber("9000000009");
    private static final Asked OBJECTION = new Asked.Objection(new PurposeId("counter-fraud"));
    private static final String WHY = "An officer of theirs is my former husband.";
    private static final String REASONS = "We have looked at what you wrote, and this is what we found.";

    @Inject
    RequestService requests;

    @Inject
    RulingService rulings;

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
    void theQueueHasTheNearestDayFirstAndMarksWhatIsOverdue() {
        // Given
        clock.set(Instant.now().minus(Duration.ofDays(40)));
        var late = requests.ask(DANIEL, new Asked.Copy(), "");
        clock.set(Instant.now().minus(Duration.ofDays(10)));
        var extended = requests.ask(DANIEL, OBJECTION, WHY);
        rulings.extend(Caseworkers.CARLA, extended.id(), 1, 2, REASONS);
        clock.set(Instant.now());
        var fresh = requests.ask(ELEANOR, new Asked.Restriction(), "");
        // When
        var page = ConsoleForTests.signedInAs("carla-caseworker")
                .asking()
                .get("/console/rights")
                .asString();
        // Then
        assertThat(page)
                .contains("3 cases wait for a decision", "Overdue by", "Objection: ")
                .containsSubsequence(name(late), name(fresh), name(extended));
        assertThat(page.split("class=\"overdue\"", -1)).hasSize(2);
    }

    @Test
    void aCaseShowsWhatIsAskedAndNobody() {
        // Given
        var file = requests.ask(DANIEL, OBJECTION, WHY);
        // When
        var page = ConsoleForTests.signedInAs("carla-caseworker")
                .asking()
                .get("/console/rights/" + file.id())
                .asString();
        // Then
        assertThat(page)
                .contains(
                        WHY,
                        "Waiting for a decision",
                        "In effect since",
                        "There is a right to object",
                        "Yields",
                        "Uphold the objection")
                .doesNotContain(DANIEL.digits(), "Addo-Ferris", "Daniel", file.subject());
    }

    @Test
    void reasonsWithoutSubstanceAreShownAgainAndNothingIsDone() {
        // Given
        var file = requests.ask(DANIEL, OBJECTION, WHY);
        // When
        var answer = ConsoleForTests.signedInAs("carla-caseworker")
                .form()
                .formParam("version", 1)
                .formParam("refuse-reasons", "<b>No.</b>")
                .post("/console/rights/" + file.id() + "/refuse");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("What the person is told has 20 to 2,000 characters; this has 10.", "&lt;b&gt;No.&lt;/b&gt;");
        assertThat(requests.casesOf(DANIEL)).containsExactly(file);
    }

    @Test
    void whatHasMovedMeanwhileIsNotDecided() {
        // Given
        var file = requests.ask(DANIEL, OBJECTION, WHY);
        requests.withdraw(DANIEL, file.id());
        // When
        var answer = ConsoleForTests.signedInAs("carla-caseworker")
                .form()
                .formParam("version", 1)
                .formParam("uphold-reasons", REASONS)
                .post("/console/rights/" + file.id() + "/uphold");
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("This case has moved since you opened it. Nothing was done.");
    }

    @Test
    void thereIsNoCaseUnderAnotherName() {
        var carla = ConsoleForTests.signedInAs("carla-caseworker");
        assertThat(carla.asking().get("/console/rights/" + new UUID(0, 1)).statusCode())
                .isEqualTo(404);
        assertThat(carla.asking().get("/console/rights/no-id").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void fromTheQueueToADecision(int width) {
        // Given
        clock.set(Instant.now().minus(Duration.ofDays(40)));
        requests.ask(ELEANOR, new Asked.Copy(), "Please send what you hold about me.");
        clock.set(Instant.now());
        var file = requests.ask(DANIEL, new Asked.Restriction(), "What you hold about my address is contested.");
        try (var browser = BrowserForTests.start()) {
            var carla = page(browser.browser(), width);
            ConsoleForTests.signIn(carla, "carla-caseworker", "/console/rights");
            shot(carla, "rights-" + width);
            // When
            carla.locator("a:has-text('" + name(file) + "')").click();
            carla.waitForSelector("#uphold-reasons");
            shot(carla, "rights-case-" + width);
            carla.locator("#uphold-reasons").fill("too short");
            carla.locator("button:has-text('Uphold the restriction')").click();
            carla.waitForSelector("#uphold-reasons-fault");
            assertThat(carla.locator("#uphold-reasons").inputValue()).isEqualTo("too short");
            carla.locator("#uphold-reasons").fill(REASONS);
            carla.locator("#uphold-reasons").press("Tab");
            carla.keyboard().press("Enter");
            carla.waitForSelector("[role=status]");
            // Then
            assertThat(requests.casesOf(DANIEL).getFirst().state()).isInstanceOf(RightsState.Standing.class);
            assertThat(carla.locator("main").innerText())
                    .contains("1 case waits for a decision", "Upheld: the restriction goes on until it is lifted");
            shot(carla, "rights-decided-" + width);
        }
    }

    private static String name(RightsCase file) {
        return "Case " + file.id().toString().substring(0, 8);
    }

    private static Page page(Browser browser, int width) {
        return browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
    }

    private static void shot(Page page, String name) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }
}
