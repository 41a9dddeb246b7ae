package org.narrowgate.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.stop.StopService;
import org.narrowgate.governance.stop.StopsProfile;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Stoppable;
import org.narrowgate.web.BrowserForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(StopsProfile.class)
class StopPagesTest {
    private static final String STOPS = "/console/policy/stops";
    private static final String PAGE = STOPS + "/thing?of=agency/case-review-commission";
    private static final Stoppable COMMISSION = new Stoppable.OfAgency(new AgencyId("case-review-commission"));
    private static final String WHY = "Its officers share one password.";

    @Inject
    StopService stops;

    @AfterEach
    void startAgain() {
        if (stops.holding(COMMISSION).isPresent()) {
            var one = new Staff("one", "One", Set.of(StaffRole.POLICY_AUTHOR));
            var other = new Staff("other", "Other", Set.of(StaffRole.POLICY_APPROVER));
            stops.proposeResume(one, COMMISSION, OptionalLong.empty(), "They have their own now.");
            stops.approveResume(other, COMMISSION, OptionalLong.empty(), "They have indeed.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void fromTheListToAStopAndBackToWorkByKeyboardAlone(int width) {
        try (var browser = BrowserForTests.start()) {
            // Given
            var ada = page(browser.browser(), width);
            ConsoleForTests.signIn(ada, "ada-author", STOPS);
            shot(ada, "stops-none-" + width);
            // When
            ada.locator("#of").selectOption("agency/case-review-commission");
            ada.locator("#of").press("Tab");
            ada.keyboard().press("Enter");
            ada.waitForSelector("#stop-reason");
            assertThat(ada.locator("main, body").first().innerText())
                    .contains("What stopping it does", "Criminal Cases Review Commission");
            shot(ada, "stop-before-" + width);
            ada.locator("#stop-reason").press("Tab");
            ada.locator("#stop-reason").fill(WHY);
            ada.locator("#stop-reason").press("Tab");
            ada.keyboard().press("Enter");
            ada.waitForSelector("[role=status]:has-text('Stopped')");
            // Then
            var stop = stops.holding(COMMISSION).orElseThrow().stop();
            assertThat(ada.locator(".standing").innerText())
                    .contains("Ada", "Entry " + stop.entry() + " of the log", WHY);
            shot(ada, "stop-after-" + width);
            // When
            ada.locator("#proposal-reason").fill("Each has a password now.");
            ada.locator("button:has-text('Propose it')").click();
            ada.waitForSelector(".standing:has-text('Each has a password now.')");
            assertThat(ada.locator("#approval-reason").count()).isZero();
            var paul = page(browser.browser(), width);
            ConsoleForTests.signIn(paul, "paul-approver", PAGE);
            shot(paul, "stop-proposed-" + width);
            paul.locator("#approval-reason").fill("I have seen the list of them.");
            paul.locator("button:has-text('Start it again')").click();
            paul.waitForSelector("#stop-reason");
            // Then
            assertThat(stops.holding(COMMISSION)).isEmpty();
            paul.navigate(paul.url().replaceFirst("/thing.*", ""));
            assertThat(paul.locator(".steps-done").innerText())
                    .contains(WHY, "Paul", "on the proposal of Ada", "I have seen the list of them.");
            shot(paul, "stops-ended-" + width);
            paul.context().close();
            ada.context().close();
        }
    }

    @Test
    void aReasonTooShortIsAskedForAgainWithWhatWasTyped() {
        // When
        var answer = post("ada-author", "stop", "stop-reason", "too short");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("The reason has 10 to 2,000 characters; this has 9.", "too short</textarea>");
        assertThat(stops.holding(COMMISSION)).isEmpty();
    }

    @Test
    void nobodyApprovesWhatTheyProposed() {
        // Given
        post("bruno-both", "stop", "stop-reason", WHY);
        post("bruno-both", "propose", "proposal-reason", "Each has a password now.");
        // When
        var answer = post("bruno-both", "approve", "approval-reason", "I agree with myself.");
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("You proposed to start it again; somebody else has to approve it.");
        assertThat(stops.holding(COMMISSION)).isPresent();
    }

    @Test
    void whoOverseesReadsAndDoesNothing() {
        // Given
        post("ada-author", "stop", "stop-reason", WHY);
        // When
        var olga = ConsoleForTests.signedInAs("olga-overseer");
        // Then
        assertThat(olga.asking().get(STOPS).asString()).contains(WHY);
        assertThat(olga.asking().get(PAGE).asString()).contains(WHY).doesNotContain("<textarea");
        assertThat(olga.form()
                        .formParam("of", "agency/coroner")
                        .post(STOPS + "/stop")
                        .statusCode())
                .isEqualTo(403);
        assertThat(olga.asking().get(STOPS + "/thing?of=agency/nobody").statusCode())
                .isEqualTo(404);
        assertThat(olga.asking().get(STOPS + "/thing").statusCode()).isEqualTo(404);
    }

    private static Response post(String persona, String move, String field, String text) {
        return ConsoleForTests.signedInAs(persona)
                .form()
                .formParam("of", "agency/case-review-commission")
                .formParam(field, text)
                .post(STOPS + "/" + move);
    }

    private static Page page(Browser browser, int width) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(new ViewportSize(width, 900)))
                .newPage();
    }

    private static void shot(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
