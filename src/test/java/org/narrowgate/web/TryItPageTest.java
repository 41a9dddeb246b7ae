package org.narrowgate.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class TryItPageTest {
    private static BrowserForTests chromium;

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
    void openPage() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(BrowserForTests.address());
        assertThat(send()).isEnabled();
    }

    @AfterEach
    void closePage() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void offersOnePersonaForEachAgency() {
        assertThat(page.getByLabel("Persona").locator("option")).hasText(new String[] {
            "Court Service",
            "National Crime Agency",
            "Counter Fraud Authority",
            "Home Office",
            "Police North",
            "Coroner",
            "Criminal Cases Review Commission"
        });
    }

    @Test
    void choosingACaseChoosesItsPersonaAndItsVariables() {
        choose("Overstayed only");
        assertThat(page.getByLabel("Persona")).hasValue("home-office");
        assertThat(page.getByLabel("Variables").inputValue()).contains("\"offence\": \"overstaying\"");
        assertThat(page.locator("#fit")).isHidden();
    }

    @Test
    void choosingAPersonaChoosesACaseOfTheirs() {
        page.getByLabel("Persona").selectOption("coroner");
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("A made-up person")))
                .isChecked();
    }

    @Test
    void warnsWhereThePersonaHasNoScopeForWhatWasWritten() {
        page.getByLabel("Variables").fill("{\"input\": {\"purpose\": \"court-order\"}}");
        page.getByLabel("Persona").selectOption("coroner");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("PURPOSE_NOT_GRANTED");
        assertThat(page.getByLabel("Variables")).hasValue("{\"input\": {\"purpose\": \"court-order\"}}");
    }

    @Test
    void saysAtTheFieldThatTheVariablesAreNotJsonAndSendsNothing() {
        // Given
        var sent = new ArrayList<Request>();
        page.onRequest(request -> {
            if (request.url().endsWith("/graphql")) {
                sent.add(request);
            }
        });
        page.getByLabel("Variables").fill("{\"input\": ");
        // When
        send().click();
        // Then
        assertThat(page.locator("#variables-fault")).containsText("Not valid JSON");
        assertThat(page.getByLabel("Variables")).isFocused();
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsTheRequestWithTheRealTokenOfThePersona() {
        // When
        choose("Counter fraud");
        var sent = page.waitForRequest("**/graphql", () -> send().click());
        // Then
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.postData()).contains("\"purpose\":\"counter-fraud\"");
        assertThat(claimsOf(sent))
                .contains("\"azp\":\"counter-fraud\"", "\"scope\":\"purpose:counter-fraud\"", "\"narrowgate\"");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Answer")))
                .isVisible();
    }

    @Test
    void opensGraphiQLWithTheRequestAndTheTokenOfThePersona() {
        choose("Counter fraud");
        var graphiql =
                context.waitForPage(() -> page.getByText("Open in GraphiQL").click());
        graphiql.waitForURL("**/q/graphql-ui/**");
        assertThat(graphiql.url()).contains("headers=", "Bearer%20ey", "query=mutation", "variables=");
    }

    @Test
    void needsNoSidewaysScrollingOnATelephone() {
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private void choose(String title) {
        page.getByText(title, new Page.GetByTextOptions().setExact(true)).click();
    }

    private com.microsoft.playwright.Locator send() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send").setExact(true));
    }

    private static String claimsOf(Request request) {
        var token = request.headerValue("authorization").substring("Bearer ".length());
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
