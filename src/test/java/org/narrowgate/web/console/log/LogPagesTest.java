package org.narrowgate.web.console.log;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.publication.IntegrationService;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(LogPagesTest.Profile.class)
class LogPagesTest {
    private static final String CASE = "FD26P00987";
    private static final String JUSTIFICATION = "The order directs disclosure to the child's guardian.";
    private static final String NHS_NUMBER = "9000000009";

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Ledger ledger;

    @Inject
    IntegrationService integration;

    private ConsoleForTests olga;

    /** A database of its own: entries are broken and erased here. */
    public static final class Profile implements QuarkusTestProfile {}

    @BeforeEach
    void signIn() {
        behind.holdTheCast();
        olga = ConsoleForTests.signedInAs("olga-overseer");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/log",
        "/console/log/standing",
        "/console/log/search",
        "/console/log/search.csv",
        "/console/log/search.json",
        "/console/log/entries/0",
        "/console/log/entries/0/receipt.json"
    })
    void onlyWhoOverseesEnters(String path) {
        assertThat(olga.asking().get(path).statusCode()).isEqualTo(200);
        for (var persona : List.of("carla-caseworker", "ada-author", "paul-approver")) {
            assertThat(ConsoleForTests.signedInAs(persona).asking().get(path).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aDisclosureIsFoundByWhatItSaysAndNothingTellsWhomItWasAbout() {
        // Given
        var index = behind.entries();
        trace();
        var today = LocalDate.now(Sought.ZONE);
        var query =
                "?agency=court-service&purpose=court-order&kind=request&outcome=traced&from=" + today + "&to=" + today;
        // When
        var found = olga.asking().get("/console/log/search" + query);
        var entry = olga.asking().get("/console/log/entries/" + index);
        var csv = olga.asking().get("/console/log/search.csv" + query);
        var json = olga.asking().get("/console/log/search.json" + query);
        // Then
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.asString())
                .contains(
                        "href=\"/console/log/entries/" + index + "\"",
                        "Court Service",
                        "Request received",
                        "Traced",
                        "<b>Released:</b>",
                        "postcode",
                        "/transparency/agreements/versions/1.json");
        assertThat(entry.asString())
                .contains(
                        "The leaf hash is that of what is written here",
                        "<code>searchArguments</code>",
                        "Kept",
                        behind.circumstances(index).get("request").asText());
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"narrowgate-log.csv\"");
        assertThat(csv.asString().lines()).element(1).asString().startsWith(index + ",");
        assertThat(json.jsonPath().getLong("[0].index")).isEqualTo(index);
        var pseudonym = behind.particulars(index).get("subject").asText();
        for (var answer : List.of(found, entry, csv, json)) {
            assertThat(answer.asString()).doesNotContain(NHS_NUMBER, CASE, JUSTIFICATION, pseudonym);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agency=9000000009, Agency, choose one of the list",
        "purpose=Jane+Doe, Purpose, choose one of the list",
        "from=Jane, First day, write a day of the calendar",
        "before=Jane, Place to go on at, it is the number of an entry"
    })
    void anAddressThatMeansNothingNamesThePartAndTheRuleAndIsNotRepeated(String query, String label, String rule) {
        // When
        var answer = olga.asking().urlEncodingEnabled(false).get("/console/log/search?" + query);
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("Nothing was searched for", label + "</a>: " + rule)
                .doesNotContain("Jane", "9000000009");
        assertThat(olga.asking()
                        .urlEncodingEnabled(false)
                        .get("/console/log/search.csv?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void manyEntriesAreReadPageAfterPage() {
        // Given
        for (int i = 0; i < 60; i++) {
            append(Map.of("form", 1, "kind", "lapse", "agency", "coroner"));
        }
        // When
        var first = olga.asking().get("/console/log/search?agency=coroner&kind=lapse");
        var next = first.htmlPath().getString("**.find { it.@rel == 'next' }.@href");
        var second = olga.asking().get(next.replace("&amp;", "&"));
        // Then
        assertThat(rows(first.asString())).hasSize(50).doesNotHaveDuplicates();
        assertThat(rows(second.asString())).hasSize(10).doesNotContainAnyElementsOf(rows(first.asString()));
        assertThat(second.asString()).contains("That is all.").doesNotContain("rel=\"next\"");
    }

    @Test
    void whatIsInACheckpointIsProvedToBeThere() {
        // Given
        var entry = append(Map.of("form", 1, "kind", "view", "agency", "coroner"));
        var before = olga.asking().get("/console/log/entries/" + entry).asString();
        // When
        integration.tick();
        // Then
        assertThat(before).contains("Not yet: ").doesNotContain("--receipt");
        assertThat(olga.asking().get("/console/log/entries/" + entry).asString())
                .contains("Proved to be there", "verify-log http://", "--receipt narrowgate-entry-" + entry + ".json");
        var receipt = olga.asking()
                .get("/console/log/entries/" + entry + "/receipt.json")
                .jsonPath();
        assertThat(receipt.getString("circumstances"))
                .isEqualTo("{\"agency\":\"coroner\",\"form\":1,\"kind\":\"view\"}");
        assertThat(receipt.getString("inclusion.checkpoint"))
                .contains("\n" + receipt.getString("inclusion.treeSize") + "\n");
        assertThat(olga.asking().get("/console/log/standing").jsonPath().getString("words"))
                .isEqualTo("Every entry is in a signed checkpoint, or will be within seconds");
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertThat(olga.asking().get("/console/log/search?kind=escalation").asString())
                .contains("Nothing was found.");
        assertThat(olga.asking().get("/console/log/entries/999999").statusCode())
                .isEqualTo(404);
        assertThat(olga.asking().get("/console/log/entries/first").statusCode()).isEqualTo(404);
    }

    @Test
    void erasedParticularsNameTheEntryThatSaysWhy() {
        // Given
        var request = UUID.randomUUID().toString();
        var entry = append(Map.of("form", 1, "kind", "reading", "request", request));
        var erasure = append(Map.of("form", 1, "kind", "erasure", "request", request, "reason", "retention"));
        behind.change("DELETE FROM ledger_particulars WHERE index = ?", entry);
        // When and then
        assertThat(olga.asking().get("/console/log/entries/" + entry).asString())
                .contains(
                        "The leaf hash is that of what is written here",
                        "Erased: ",
                        "href=\"/console/log/entries/" + erasure + "\">The entry that says so");
        assertThat(olga.asking().get("/console/log/search?kind=reading").asString())
                .contains("Particulars erased");
        assertThat(olga.asking().get("/console/log").asString()).contains("by the month they were written");
    }

    @Test
    void particularsThatAreGoneWithoutAWordAreNoErasure() {
        // Given
        var entry = append(Map.of(
                "form", 1, "kind", "reading", "request", UUID.randomUUID().toString()));
        behind.change("DELETE FROM ledger_particulars WHERE index = ?", entry);
        // When and then
        assertThat(olga.asking().get("/console/log/entries/" + entry).asString())
                .contains("Gone, and no entry of the log says why");
    }

    @Test
    void anEntryChangedInTheDatabaseIsShownAsOne() {
        // Given
        var changed = append(Map.of("form", 1, "kind", "view", "agency", "coroner"));
        var broken = append(Map.of("form", 1, "kind", "view", "agency", "coroner"));
        var asWritten = behind.bytes("SELECT circumstances FROM ledger_entry WHERE index = ?", changed);
        write(changed, "{\"agency\":\"police-north\",\"form\":1,\"kind\":\"view\"}".getBytes(UTF_8));
        write(broken, new byte[] {0, -1});
        // When
        var changedEntry = olga.asking().get("/console/log/entries/" + changed).asString();
        var brokenEntry = olga.asking().get("/console/log/entries/" + broken).asString();
        var search = olga.asking().get("/console/log/search").asString();
        write(changed, asWritten);
        write(broken, asWritten);
        // Then
        assertThat(changedEntry).contains("somebody changed the database");
        assertThat(brokenEntry).contains("somebody changed the database", "What is written here cannot be read.");
        assertThat(search).contains("Cannot be read: it is not what was written");
    }

    private void write(long index, byte[] circumstances) {
        behind.change("UPDATE ledger_entry SET circumstances = ? WHERE index = ?", circumstances, index);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void theLogIsSearchedByKeyboardAndReadOnAnyScreen(int width) {
        trace();
        try (var browser = BrowserForTests.start()) {
            // Given
            var page = page(browser.browser(), width);
            ConsoleForTests.signIn(page, "olga-overseer", "/console/log");
            shot(page, "log-" + width);
            // When
            page.locator("a:has-text('Search the log')").press("Enter");
            page.waitForSelector("#kind");
            page.locator("#kind").selectOption("request");
            page.locator("#kind").press("Enter");
            page.locator("#outcome").selectOption("traced");
            page.locator("button:has-text('Search')").press("Enter");
            page.waitForURL("**/search?**");
            // Then
            assertThat(page.locator("table.found tbody tr").first().innerText())
                    .contains("Request received", "Court Service", "Traced");
            shot(page, "log-search-" + width);
            page.locator("table.found tbody th a").first().press("Enter");
            page.waitForSelector("h1:has-text('of the log')");
            shot(page, "log-entry-" + width);
            page.navigate(page.url().replaceFirst("/entries/.*", "/search?agency=x&from=y"));
            assertThat(page.locator("[role=alert]").innerText()).contains("Nothing was searched for");
            shot(page, "log-fault-" + width);
            page.context().close();
        }
    }

    @Test
    void theFiguresRefreshThemselvesAndTheStateIsNotReadAgain() {
        try (var browser = BrowserForTests.start()) {
            // Given
            var page = page(browser.browser(), 1280);
            ConsoleForTests.signIn(page, "olga-overseer", "/console/log");
            page.evaluate(
                    "window.read = 0; new MutationObserver(() => { window.read++; }).observe("
                            + "document.querySelector('[role=status]'), {childList: true, characterData: true, subtree: true})");
            // When
            append(Map.of("form", 1, "kind", "lapse", "agency", "coroner"));
            page.waitForFunction(
                    "entries => document.querySelector('[data-part=entries]').textContent === entries",
                    "%,d".formatted(behind.entries()));
            // Then
            assertThat(page.evaluate("window.read")).isEqualTo(0);
            assertThat(page.locator("[data-refreshing]").isVisible()).isTrue();
            page.context().close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aRefusalToSignShowsAsSoonAsItIsKnown(int width) {
        try (var browser = BrowserForTests.start()) {
            // Given
            var page = page(browser.browser(), width);
            page.route(
                    "**/console/log/standing",
                    route -> route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(
                                            "{\"look\":\"bad\",\"mark\":\"!\",\"words\":\"Nothing is signed: the signer refuses\","
                                                    + "\"refusal\":\"Since noon: the log was altered.\",\"parts\":{\"size\":\"7\"}}")));
            // When
            ConsoleForTests.signIn(page, "olga-overseer", "/console/log");
            page.waitForSelector("[role=alert]:has-text('Since noon: the log was altered.')");
            // Then
            assertThat(page.locator("[role=status]").first().innerText()).contains("the signer refuses");
            assertThat(page.locator("[data-part=size]").innerText()).isEqualTo("7");
            shot(page, "log-refusal-" + width);
            page.context().close();
        }
    }

    @Test
    void withoutScriptsThePageSaysTheSame() {
        try (var browser = BrowserForTests.start();
                var context =
                        browser.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            // Given
            var page = context.newPage();
            // When
            ConsoleForTests.signIn(page, "olga-overseer", "/console/log");
            // Then
            assertThat(page.locator("[data-part=entries]").innerText()).isEqualTo("%,d".formatted(behind.entries()));
            assertThat(page.locator("[data-refreshing]").isVisible()).isFalse();
        }
    }

    private static List<String> rows(String page) {
        return Pattern.compile("/console/log/entries/[0-9]+")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void trace() {
        var answer = given().auth()
                .oauth2(Tokens.of("court-service"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "query",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { state outcome { ... on Traced"
                                + " { person { name { family } address { postcode } } } } } }",
                        "variables",
                        Map.of(
                                "input",
                                Map.of(
                                        "purpose",
                                        "court-order",
                                        "caseReference",
                                        CASE,
                                        "subject",
                                        Map.of("nhsNumber", NHS_NUMBER),
                                        "ground",
                                        Map.of(
                                                "type",
                                                "COURT_ORDER",
                                                "orderReference",
                                                "order 1",
                                                "orderDirects",
                                                List.of("name", "address")),
                                        "sourcesExhausted",
                                        true,
                                        "justification",
                                        JUSTIFICATION))))
                .post("/graphql");
        assertThat(answer.jsonPath().getString("data.requestTrace.state")).isEqualTo("TRACED");
    }

    /** The index of the new entry. */
    private long append(Map<String, ?> circumstances) {
        ledger.append(Entry.of(circumstances, Map.of("subject", "nobody")), new Alone(), "");
        return behind.entries() - 1;
    }

    private record Alone() implements Share<String, String> {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(member -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {}
    }

    private static Page page(Browser browser, int width) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(new ViewportSize(width, 900)))
                .newPage();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }
}
