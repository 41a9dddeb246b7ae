package org.narrowgate.web.console.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class CaseworkerJourneyTest {
    private static final String CARLA = "carla-caseworker";
    private static final String COLIN = "colin-caseworker";
    private static final String LEAST = "Where she lives is the least that answers the question.";
    private static final String REASONS = "The danger to her is great, and time is short.";

    private static BrowserForTests chromium;

    private final DataSource database = BehindTheDoor.asApplication();

    private final BehindTheDoor behind = new BehindTheDoor();

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private String reference;

    @BeforeAll
    static void startBrowser() {
        chromium = BrowserForTests.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        behind.holdTheCast();
        AgencyForTests.askAfresh(database);
        reference = AgencyForTests.reference();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aRequestIsClaimedWeighedAndApprovedAndTheAgencyReadsTheMaskedPerson() throws SQLException {
        // Given
        var id = AgencyForTests.police().missing(reference);
        AgencyForTests.waitUntilDue(database, id);
        var page = signedIn(CARLA, "/console?agency=police-north");
        // When
        page.getByRole(AriaRole.BUTTON, named("Claim " + reference)).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Claimed.");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(reference).setExact(true))
                .first()
                .click();
        assertThat(page.locator("[data-claim]")).containsText("Claimed by you until");
        weigh(page);
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        // Then
        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText("Approved. The agency can read the outcome; whether anybody was found is not shown here.");
        assertThat(page.getByRole(AriaRole.HEADING, exactly("Queue"))).isVisible();
        var read = AgencyForTests.police().reads(id);
        assertThat(read.at("/outcome/person/name/family").asText()).isEqualTo("Hartfield");
        assertThat(read.at("/outcome/person/birthDate").asText()).isEqualTo("1984");
        assertThat(read.at("/outcome/person/nhsNumber").isNull()).isTrue();
    }

    @Test
    void aRequestIsRefusedWithTheKeyboardAlone() throws SQLException {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        AgencyForTests.waitUntilDue(database, id);
        var page = signedIn(CARLA, "/console?agency=case-review-commission");
        // When
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)));
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.endsWith(id));
        tabTo(page, page.getByLabel("Reasons for refusing"));
        page.keyboard().type("No danger is shown that would outweigh his trust.");
        tabTo(page, page.getByRole(AriaRole.BUTTON, exactly("Refuse")));
        page.keyboard().press("Enter");
        // Then
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Refused.");
        assertThat(AgencyForTests.commission().reads(id).at("/outcome/reason").asText())
                .isEqualTo("NOT_IN_PUBLIC_INTEREST");
    }

    @Test
    void anEmbargoTakesTwoCaseworkersAndEndsWithOne() {
        // Given
        var id = AgencyForTests.police().missing(reference);
        var carla = signedIn(CARLA, "/console/requests/" + id);
        var colin = signedIn(COLIN, "/console/requests/" + id);
        // When
        carla.getByText("Propose an embargo").click();
        carla.getByLabel("Last day")
                .fill(LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString());
        carla.getByLabel("Why the person may not know yet").fill("Whoever hides her must not be warned.");
        carla.getByRole(AriaRole.BUTTON, exactly("Propose it to a colleague")).click();
        // Then
        assertThat(carla.locator("#embargo-review-fault")).hasText("An embargo is reviewed before it ends.");
        // When
        carla.getByLabel("Last day")
                .fill(LocalDate.now(ZoneOffset.UTC).plusMonths(11).toString());
        carla.getByRole(AriaRole.BUTTON, exactly("Propose it to a colleague")).click();
        assertThat(carla.getByRole(AriaRole.STATUS)).containsText("The embargo is proposed.");
        assertThat(carla.locator("#embargo")).containsText("You proposed it. A colleague has to approve it.");
        assertThat(carla.getByRole(AriaRole.BUTTON, exactly("Approve the embargo")))
                .hasCount(0);
        open(colin, id);
        shoot(colin, "embargo-1280.png");
        colin.getByLabel("Reasons for approving the embargo").fill("A warning would put her in danger.");
        colin.getByRole(AriaRole.BUTTON, exactly("Approve the embargo")).click();
        // Then
        assertThat(colin.getByRole(AriaRole.STATUS)).containsText("The embargo is approved");
        assertThat(colin.locator("#embargo [data-embargo]"))
                .hasText("What is disclosed for this request does not show in the person's own record yet.");
        assertThat(colin.locator("#history")).containsText("Embargo approved");
        colin.setViewportSize(390, 844);
        shoot(colin, "embargo-390.png");
        assertThat(colin.evaluate("document.documentElement.scrollWidth").toString())
                .isEqualTo("390");
        // When
        colin.getByLabel("Reasons for ending the embargo").fill("She is found, and safe.");
        colin.getByRole(AriaRole.BUTTON, exactly("End the embargo")).click();
        // Then
        assertThat(colin.locator("#embargo [data-embargo]"))
                .hasText("It is over. Everything shows in the person's own record.");
    }

    @Test
    void theQueueRemindsOfAnEmbargoThatAnAgencyAsksFor() {
        // Given
        var id = AgencyForTests.police().missing(reference);
        AgencyForTests.police().asksForAnEmbargo(id);
        var page = signedIn(CARLA, "/console");
        // When
        page.getByText("Embargoes to look at").click();
        // Then
        assertThat(page.locator(".reminders").filter(new Locator.FilterOptions().setHasText("Embargoes to look at")))
                .containsText(reference + ": the agency asks for an embargo");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(reference).setExact(true))
                .first()
                .click();
        assertThat(page.locator("#embargo")).containsText("The child must not be moved on before we are there.");
    }

    @Test
    void aQuestionGoesToTheAgencyAndItsAnswerComesBack() {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        var page = signedIn(CARLA, "/console/requests/" + id);
        // When
        page.getByLabel("Question").fill("Which of the two trials was he heard in?");
        page.getByRole(AriaRole.BUTTON, exactly("Send the question")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The question is with the agency.");
        assertThat(AgencyForTests.commission().reads(id).get("question").asText())
                .isEqualTo("Which of the two trials was he heard in?");
        open(page, id);
        assertThat(page.locator(".standing")).containsText("Clock stopped: waiting for the agency");
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("Approve"))).hasCount(0);
        AgencyForTests.commission().answers(id, "In the second, as the last witness.");
        open(page, id);
        // Then
        assertThat(page.locator("#questions")).containsText("In the second, as the last witness.");
        assertThat(page.locator(".standing")).containsText("Under review");
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("Approve"))).isVisible();
        assertThat(page.locator("#history")).containsText("Question put to the agency");
    }

    @Test
    void exceptionalPriorityIsAcceptedAndTakesTwoCaseworkers() {
        // Given
        var id = AgencyForTests.police().missingUrgently(reference);
        var carla = signedIn(CARLA, "/console/requests/" + id);
        // When
        carla.getByLabel("Reasons on the priority").fill("It freezes tonight, and she has no medicine.");
        carla.getByRole(AriaRole.BUTTON, exactly("Accept exceptional priority")).click();
        assertThat(carla.getByRole(AriaRole.STATUS)).containsText("Exceptional priority is accepted");
        weigh(carla);
        carla.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        assertThat(carla.getByRole(AriaRole.STATUS)).containsText("A second caseworker has to confirm it");
        assertThat(AgencyForTests.police().reads(id).get("state").asText()).isEqualTo("UNDER_REVIEW");
        open(carla, id);
        assertThat(carla.locator("#decide")).containsText("You gave the first approval.");
        assertThat(carla.getByRole(AriaRole.BUTTON, exactly("Confirm the approval")))
                .hasCount(0);
        var colin = signedIn(COLIN, "/console/requests/" + id);
        assertThat(colin.locator("#decide")).containsText(LEAST);
        colin.getByLabel("Reasons for confirming").fill("I have read the same, and weigh it the same.");
        colin.getByRole(AriaRole.BUTTON, exactly("Confirm the approval")).click();
        // Then
        assertThat(colin.getByRole(AriaRole.STATUS)).containsText("Approved.");
        assertThat(AgencyForTests.police().reads(id).get("state").asText()).isEqualTo("TRACED");
    }

    @Test
    void aTestThatIsNotCompleteIsShownAgainWithItsFaultsAndAllThatWasTyped() {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        var page = signedIn(CARLA, "/console/requests/" + id);
        // When
        page.getByLabel("Proportionality").fill(LEAST);
        choose(page, PublicInterestFactor.TRUST, "counts strongly");
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        // Then
        var summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("Reasons for approving: Write 20 to 2,000 characters; these are 0.");
        assertThat(summary).isFocused();
        assertThat(page.getByLabel("Proportionality")).hasValue(LEAST);
        assertThat(weight(page, PublicInterestFactor.TRUST, "counts strongly")).isChecked();
        summary.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Reasons for approving"))
                .click();
        assertThat(page.getByLabel("Reasons for approving")).isFocused();
        assertThat(page.getByLabel("Reasons for approving")).hasAttribute("aria-invalid", "true");
        weigh(page);
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Approved.");
    }

    @Test
    void whatIsTypedIsSavedAndShownAgain() {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        var page = signedIn(CARLA, "/console/requests/" + id);
        // When
        page.getByLabel("Proportionality").fill(LEAST);
        choose(page, PublicInterestFactor.TRUST, "counts strongly");
        page.getByLabel("Question").fill("How old is he now?");
        assertThat(page.locator("[data-draft]")).containsText("Draft saved at");
        var elsewhere = signedIn(CARLA, "/console/requests/" + id);
        // Then
        assertThat(elsewhere.locator(".restored")).containsText("is restored below.");
        assertThat(elsewhere.getByLabel("Proportionality")).hasValue(LEAST);
        assertThat(elsewhere.getByLabel("Question")).hasValue("How old is he now?");
        assertThat(weight(elsewhere, PublicInterestFactor.TRUST, "counts strongly"))
                .isChecked();
    }

    @Test
    void whatIsTypedSurvivesTheEndOfTheSession() {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        var page = signedIn(CARLA, "/console/requests/" + id);
        weigh(page);
        page.context().clearCookies();
        // When
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        var again = page.getByRole(AriaRole.LINK, named("Sign in again in a new tab"));
        assertThat(again).isVisible();
        assertThat(AgencyForTests.commission().reads(id).get("state").asText()).isEqualTo("UNDER_REVIEW");
        var tab = page.waitForPopup(again::click);
        tab.locator("button[value='" + CARLA + "']").click();
        assertThat(tab.getByRole(AriaRole.HEADING, named("You are signed in"))).isVisible();
        tab.close();
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        // Then
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Approved.");
        open(page, id);
        assertThat(page.locator("#history")).containsText(LEAST);
    }

    @Test
    void everythingWorksWithoutScripts() throws SQLException {
        // Given
        var id = AgencyForTests.commission().witness(reference);
        AgencyForTests.waitUntilDue(database, id);
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 900)
                        .setJavaScriptEnabled(false));
        contexts.add(context);
        var page = context.newPage();
        ConsoleForTests.signIn(page, CARLA, "/console");
        // When
        page.getByLabel("Agency").selectOption("case-review-commission");
        page.getByRole(AriaRole.BUTTON, exactly("Show")).click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(reference)))
                .containsText("Due today");
        open(page, id);
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        weigh(page);
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        // Then
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Approved.");
    }

    @Test
    void anIncidentIsClosedWithWhatWasFoundAndDone() {
        // Given
        var id = AgencyForTests.police().missing(reference);
        var page = signedIn(CARLA, "/console/requests/" + id);
        weigh(page);
        page.getByRole(AriaRole.BUTTON, exactly("Approve")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Approved.");
        AgencyForTests.police().reads(id);
        AgencyForTests.police().reportsTheWrongPerson(id);
        // When
        page.navigate(url("/console"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("incidents? (is|are) open")))
                .click();
        page.getByRole(AriaRole.LINK, named(reference)).click();
        assertThat(page.locator("main")).containsText(Pattern.compile("7[12] hours left of 72"));
        assertThat(page.locator("main")).containsText("Family name");
        assertThat(page.locator("main")).not().containsText("Hartfield");
        var overseer = signedIn("olga-overseer", "/console/incidents/" + id);
        assertThat(overseer.getByRole(AriaRole.BUTTON, exactly("Close the incident")))
                .hasCount(0);
        page.getByRole(AriaRole.BUTTON, exactly("Close the incident")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Notification: Say whether");
        page.getByLabel("The Information Commissioner was notified").check();
        page.getByLabel("What was found and done").fill("A namesake; the agency has destroyed what it was given.");
        page.getByRole(AriaRole.BUTTON, exactly("Close the incident")).click();
        // Then
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The incident is closed.");
        page.getByRole(AriaRole.LINK, named(reference)).click();
        assertThat(page.locator("main")).containsText("A namesake; the agency has destroyed what it was given.");
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("Close the incident")))
                .hasCount(0);
    }

    private Page signedIn(String persona, String path) {
        var context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        ConsoleForTests.signIn(page, persona, path);
        return page;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", name)).setFullPage(true));
    }

    private static void open(Page page, String id) {
        page.navigate(url("/console/requests/" + id));
    }

    private static String url(String path) {
        return BrowserForTests.address() + path;
    }

    private static void weigh(Page page) {
        for (var factor : PublicInterestFactor.values()) {
            choose(page, factor, "counts");
        }
        page.getByLabel("Proportionality").fill(LEAST);
        page.getByLabel("Alternatives").fill("The usual sources were tried, and a letter would be too late.");
        page.getByLabel("Reasons for approving").fill(REASONS);
    }

    private static void choose(Page page, PublicInterestFactor factor, String weight) {
        weight(page, factor, weight).check();
    }

    private static Locator weight(Page page, PublicInterestFactor factor, String weight) {
        return page.getByRole(AriaRole.GROUP, exactly(factor.words()))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(weight).setExact(true));
    }

    private static void tabTo(Page page, Locator target) {
        for (int pressed = 0; pressed < 200; pressed++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not get there");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
