package org.narrowgate.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.web.BrowserForTests;

/** What becomes of a typed text, in a real browser, on a page as every page of the console with a form is. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class KeptFormTest {
    private static BrowserForTests chromium;

    private final DataSource database = BehindTheDoor.asApplication();

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = BrowserForTests.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void signIn() {
        NotePageForTests.NOTES.clear();
        open(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFormThatIsSentLeadsOn() {
        // When
        send("a first note");
        // Then
        assertThat(page.locator("ol li")).hasText(new String[] {"a first note"});
    }

    @Test
    void aTextOutlivesTheSessionItWasTypedIn() throws SQLException {
        // Given
        page.getByLabel("Note").fill("a long decision");
        endEverySession();
        // When
        button("Keep").click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Your session has ended. Sign in again in a new tab, then press the button again:"
                        + " what you typed is still here.");
        var tab = context.waitForPage(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again in a new tab"))
                        .click());
        tab.locator("button[value='carla-caseworker']").click();
        assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You are signed in");
        button("Keep").click();
        // Then
        assertThat(page.locator("ol li")).hasText(new String[] {"a long decision"});
    }

    @Test
    void aTextIsNotSentInAnotherPersonsName() throws SQLException {
        // Given
        page.getByLabel("Note").fill("carla's decision");
        endEverySession();
        var tab = context.newPage();
        ConsoleForTests.signIn(tab, "colin-caseworker", "/console");
        // When
        button("Keep").click();
        // Then
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Nothing was sent: Colin, caseworker is signed in now.");
        assertThat(page.getByLabel("Note")).hasValue("carla's decision");
        assertThat(NotePageForTests.NOTES).isEmpty();
    }

    @Test
    void aTextOutlivesANetworkThatIsDown() {
        // Given
        page.getByLabel("Note").fill("a decision offline");
        context.setOffline(true);
        // When
        button("Keep").click();
        // Then
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("It could not be sent");
        context.setOffline(false);
        button("Keep").click();
        assertThat(page.locator("ol li")).hasText(new String[] {"a decision offline"});
    }

    @Test
    void anAnswerWithoutTheFormIsSaidBesideIt() {
        // When
        send("taken");
        // Then
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Somebody else has decided meanwhile. What you typed is still here.");
        assertThat(page.getByLabel("Note")).hasValue("taken");
    }

    @Test
    void anAnswerWithTheFormTakesItsPlace() {
        // When
        send("empty");
        // Then
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("say more than that");
        assertThat(page.getByLabel("Note")).hasValue("empty");
    }

    @Test
    void aFailureTellsNothingAboutItself() {
        // When
        send("broken");
        // Then
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The fault is ours");
        assertThat(page.getByRole(AriaRole.ALERT)).not().containsText("Smith");
    }

    @Test
    void aTextOfSomePagesIsTaken() {
        // When
        send("a page ".repeat(5_000));
        // Then
        assertThat(page.locator("ol li")).hasCount(1);
        assertThat(NotePageForTests.NOTES).containsExactly("a page ".repeat(5_000));
    }

    @Test
    void aTextTooLongIsSaidToBe() {
        // When
        send("x".repeat(70 * 1024));
        // Then
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("too long");
        assertThat(page.getByLabel("Note")).hasValue("x".repeat(70 * 1024));
    }

    @Test
    void aButtonPressedTwiceSendsOnce() {
        // Given
        page.getByLabel("Note").fill("once");
        // When
        button("Keep").dblclick();
        // Then
        assertThat(page.locator("ol li")).hasText(new String[] {"once"});
    }

    @Test
    void aFormWorksWithoutAScript() {
        // Given
        context.close();
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        // When
        send("a note without a script");
        // Then
        assertThat(page.locator("ol li")).hasText(new String[] {"a note without a script"});
    }

    @Test
    void withoutAScriptAnEndedSessionIsExplainedAfterTheSignIn() throws SQLException {
        // Given
        context.close();
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        endEverySession();
        // When
        send("a note too late");
        page.locator("button[value='carla-caseworker']").click();
        // Then
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*" + NotePageForTests.PATH));
        assertThat(NotePageForTests.NOTES).isEmpty();
    }

    @Test
    void signingOutAsksForASignInAgain() {
        // When
        button("Sign out").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("You are signed out");
        page.goBack();
        page.reload();
        // Then
        assertThat(page.locator("button[value='carla-caseworker']")).isVisible();
    }

    private void open(Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        ConsoleForTests.signIn(page, "carla-caseworker", NotePageForTests.PATH);
    }

    private void send(String note) {
        page.getByLabel("Note").fill(note);
        button("Keep").click();
    }

    private com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void endEverySession() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM staff_session");
        }
    }
}
