package org.narrowgate.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;
import org.narrowgate.web.BrowserForTests;

/** Staff at the console as it is run: two replicas, one PostgreSQL, a real Keycloak, a real browser. */
class ConsoleIT {
    private static final String PASSWORD = "a-password-for-tests";

    private static MigratedDatabase database;
    private static KeycloakForTests keycloak;
    private static PackagedApplication application;
    private static PackagedApplication replica;
    private static BrowserForTests chromium;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase();
        var port = PackagedApplication.freePort();
        keycloak = KeycloakForTests.startFor(URI.create("http://localhost:" + port));
        keycloak.addUser("carla", PASSWORD, "Carla", "Case", Set.of("caseworker"));
        keycloak.addUser("percy", PASSWORD, "Percy", "Person", Set.of());
        PackagedApplication.run(owned(settings()), "migrate");
        var first = settings();
        first.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        application = PackagedApplication.serve(first);
        replica = PackagedApplication.serve(settings());
        chromium = BrowserForTests.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        chromium.close();
        replica.close();
        application.close();
        keycloak.close();
        database.close();
    }

    @BeforeEach
    void openBrowser() {
        context = chromium.browser().newContext();
        page = context.newPage();
    }

    @AfterEach
    void closeBrowser() {
        context.close();
    }

    @Test
    void aCaseworkerSignsInWithKeycloakAndIsKnownToEveryReplica() {
        // When
        signIn("carla");
        // Then
        assertThat(who()).containsText("Signed in as Carla Case, caseworker");
        page.navigate(replica.address() + "/console");
        assertThat(who()).containsText("Signed in as Carla Case, caseworker");
    }

    @Test
    void afterTheSignOutNeitherAReplicaNorKeycloakKnowsThemAnyMore() {
        // Given
        signIn("carla");
        // When
        button("Sign out").click();
        // Then
        assertThat(heading()).hasText("You are signed out");
        assertThat(page).hasURL(application.address() + "/signed-out");
        page.goBack();
        page.navigate(application.address() + "/console");
        assertThat(password()).isVisible();
        page.navigate(replica.address() + "/console/session");
        assertThat(context.cookies(replica.address() + "/console"))
                .noneMatch(cookie -> cookie.name.equals("q_session_console"));
    }

    @Test
    void somebodyWithoutARoleIsToldWhomToAskAndCanLeave() {
        // When
        signIn("percy");
        // Then
        assertThat(heading()).hasText("Not for your role");
        assertThat(page.locator("main")).containsText("policy author, policy approver, caseworker, overseer");
        button("Sign out").click();
        assertThat(heading()).hasText("You are signed out");
    }

    private void signIn(String username) {
        page.navigate(application.address() + "/console");
        page.locator("#username").fill(username);
        password().fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    private Locator password() {
        return page.locator("input[name='password']");
    }

    private Locator who() {
        return page.locator(".who");
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", MigratedDatabase.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD", MigratedDatabase.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer(),
                "QUARKUS_OIDC_CONSOLE_CREDENTIALS_SECRET", keycloak.secretOf("narrowgate-console")));
    }

    /** With the owner's role, for what only {@code migrate} may do: publish the policy that ships. */
    private static Map<String, String> owned(Map<String, String> settings) {
        settings.putAll(Map.of("QUARKUS_FLYWAY_USERNAME", "postgres", "QUARKUS_FLYWAY_PASSWORD", "postgres"));
        return settings;
    }
}
