package org.narrowgate.web.console.policy.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(PolicyJourneyTest.Profile.class)
class PolicyJourneyTest {
    private static final String ADA = "ada-author";
    private static final String PAUL = "paul-approver";
    private static final String REASONS = "The postcode has never been needed.";

    private static BrowserForTests chromium;

    /** A database of its own: what is published and stopped here stays so. */
    public static final class Profile implements QuarkusTestProfile {}

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    PolicyInForce policy;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = BrowserForTests.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void hold() {
        behind.holdTheCast();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatOneDraftsAndAnotherApprovesIsWhatTheAgencyGets() {
        // Given
        int before = policy.refresh().number();
        var ada = signedIn(ADA, "/console/policy/drafts", 1280, ColorScheme.LIGHT);
        ada.getByLabel("Title of the draft").first().fill("No postcodes for counter-fraud");
        ada.getByRole(AriaRole.BUTTON, exactly("Begin")).click();
        assertThat(ada.getByRole(AriaRole.STATUS)).containsText("Begun.");
        var draft = URI.create(ada.url()).getPath();
        // When she withholds the postcode
        ada.locator("table.matrix")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("fraud"))
                .click();
        ada.getByLabel("Postcode").first().selectOption("withheld");
        ada.getByRole(AriaRole.BUTTON, exactly("Save")).click();
        assertThat(ada.getByRole(AriaRole.STATUS)).containsText("Saved as a new revision.");
        ada.getByText("See what the draft changes.").click();
        assertThat(ada.locator(".narrows")).containsText("NHS Counter Fraud Authority no longer sees postcode");
        // and sees what it would have done
        ada.getByRole(AriaRole.LINK, exactly("What it would have done")).click();
        ada.getByRole(AriaRole.BUTTON, exactly("Replay")).click();
        assertThat(ada.getByRole(AriaRole.HEADING, exactly("What came of it"))).isVisible();
        ada.navigate(address(draft));
        ada.locator("#submit-reasons").fill(REASONS);
        ada.getByRole(AriaRole.BUTTON, exactly("Submit for approval")).click();
        assertThat(ada.getByRole(AriaRole.STATUS)).containsText("Submitted.");
        // Then nothing has changed for the agency yet
        assertThat(policy.refresh().number()).isEqualTo(before);
        // When another approves it
        var paul = signedIn(PAUL, draft, 1280, ColorScheme.LIGHT);
        assertThat(paul.locator(".narrows")).containsText("NHS Counter Fraud Authority no longer sees postcode");
        paul.locator("#approve-reasons").fill("Agreed: less is enough.");
        paul.getByRole(AriaRole.BUTTON, exactly("Approve and publish")).click();
        assertThat(paul.getByRole(AriaRole.STATUS)).containsText("Approved and published.");
        // Then the next answer withholds it, under the next version
        var answer = counterFraudAsks();
        assertThat(answer.<String>path("data.requestTrace.outcome.receipt.policyVersion.toString()"))
                .isEqualTo(String.valueOf(before + 1));
        assertThat(answer.<Object>path("data.requestTrace.outcome.person.address.postcode"))
                .isNull();
        assertThat(answer.<List<String>>path(
                        "data.requestTrace.outcome.withheld.findAll { it.treatment == 'WITHHELD' }.field"))
                .contains("address.postcode");
        paul.navigate(address("/console/policy"));
        assertThat(paul.locator(".standing")).containsText("Version " + (before + 1));
        assertThat(paul.locator(".standing")).containsText("Agreed: less is enough.");
        // When he stops the agreement
        paul.navigate(address("/console/policy/stops/thing?of=agreement/counter-fraud-agreement"));
        paul.locator("#stop-reason").fill("It is to be looked into.");
        paul.getByRole(AriaRole.BUTTON, exactly("Stop it now")).click();
        assertThat(paul.getByRole(AriaRole.STATUS)).containsText("Stopped");
        // Then the next request is refused, and the page says why
        assertThat(counterFraudAsks().<String>path("data.requestTrace.outcome.reason"))
                .isEqualTo("AGREEMENT_NOT_IN_FORCE");
        paul.navigate(address("/console/policy"));
        assertThat(paul.locator("article", new Page.LocatorOptions().setHasText("Counter Fraud"))
                        .first())
                .containsText("Stopped");
    }

    @Test
    void aTreatmentIsChangedWithTheKeyboardAlone() {
        // Given
        var ada = signedIn(ADA, "/console/policy/drafts", 1280, ColorScheme.LIGHT);
        ada.getByLabel("Title of the draft").first().focus();
        ada.keyboard().type("By keyboard");
        ada.keyboard().press("Enter");
        ada.waitForURL(address -> address.contains("done=BEGUN"));
        ada.navigate(address(URI.create(ada.url()).getPath() + "/purposes/case-review"));
        // When
        tabTo(ada, ada.getByLabel("Gender").first());
        ada.keyboard().press("r");
        tabTo(ada, ada.getByRole(AriaRole.BUTTON, exactly("Save")));
        ada.keyboard().press("Enter");
        // Then
        assertThat(ada.getByRole(AriaRole.STATUS)).containsText("Saved as a new revision.");
        assertThat(ada.getByLabel("Gender").first()).hasValue("released");
    }

    @Test
    void whatWasTypedOutlivesTheSession() {
        // Given
        var ada = signedIn(ADA, "/console/policy/drafts", 1280, ColorScheme.LIGHT);
        ada.getByLabel("Title of the draft").first().fill("Typed before the session ended");
        ada.context().clearCookies();
        // When
        ada.getByRole(AriaRole.BUTTON, exactly("Begin")).click();
        // Then
        assertThat(ada.locator("[data-said]")).containsText("Your session has ended.");
        assertThat(ada.getByLabel("Title of the draft").first()).hasValue("Typed before the session ended");
        complaints.clear();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"1280, LIGHT", "390, LIGHT", "1280, DARK", "390, DARK"})
    void noPageHasToBeScrolledSideways(int width, ColorScheme scheme) {
        // Given
        var ada = signedIn(ADA, "/console/policy/drafts", width, scheme);
        ada.getByLabel("Title of the draft").first().fill("Looked at");
        ada.getByRole(AriaRole.BUTTON, exactly("Begin")).click();
        ada.waitForURL(address -> address.contains("done=BEGUN"));
        var draft = URI.create(ada.url()).getPath();
        ada.navigate(address(draft + "/purposes/immigration-tracing"));
        ada.getByLabel("Gender").first().selectOption("withheld");
        ada.getByLabel("Threshold in months").first().fill("6");
        ada.getByRole(AriaRole.BUTTON, exactly("Save")).click();
        assertThat(ada.getByRole(AriaRole.ALERT)).containsText("below 12 months");
        look(ada, "faulty", width, scheme);
        complaints.clear();
        ada.getByLabel("Threshold in months").first().fill("24");
        ada.getByRole(AriaRole.BUTTON, exactly("Save")).click();
        ada.waitForURL(address -> address.contains("done=SAVED"));
        // When and then
        var pages = Map.of(
                "in-force",
                "/console/policy",
                "versions",
                "/console/policy/versions",
                "version",
                "/console/policy/versions/1",
                "agency",
                "/console/policy/agencies/home-office",
                "drafts",
                "/console/policy/drafts",
                "draft",
                draft,
                "matrix",
                draft + "/matrix",
                "purpose",
                draft + "/purposes/immigration-tracing",
                "agreement",
                draft + "/agreements/home-office-memorandum",
                "add",
                draft + "/add/purposes");
        pages.forEach((name, path) -> {
            ada.navigate(address(path));
            look(ada, name, width, scheme);
        });
    }

    private void look(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "policy-" + name + "-" + width + "-" + scheme + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
    }

    private Response counterFraudAsks() {
        var query = "mutation($input: TraceInput!) { requestTrace(input: $input) { outcome { ... on Traced {"
                + " person { name { family } address { postcode } } withheld { field treatment reason }"
                + " receipt { policyVersion } } ... on Refused { reason } } } }";
        var input = Map.of(
                "purpose", "counter-fraud",
                "caseReference", "CF 1",
                "subject", Map.of("nhsNumber", "9000000009"),
                "sourcesExhausted", true,
                "justification", "Registered twice, it seems; every other source was tried.");
        return given().auth()
                .oauth2(Tokens.of("counter-fraud"))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", Map.of("input", input)))
                .post("/graphql");
    }

    private Page signedIn(String persona, String path, int width, ColorScheme scheme) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme));
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        ConsoleForTests.signIn(page, persona, path);
        return page;
    }

    private static void tabTo(Page page, Locator target) {
        for (int pressed = 0; pressed < 150; pressed++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("cannot be reached with the keyboard");
    }

    private static String address(String path) {
        return BrowserForTests.address() + path;
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
