package org.narrowgate.web.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.Row;
import org.narrowgate.transparency.StatisticsService;
import org.narrowgate.web.BrowserForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class StatisticsPageTest {
    private static final Column COURT_ORDER = new Column.Group(AgencyGroup.COURT_ORDER);

    @Inject
    StatisticsService statistics;

    @ParameterizedTest
    @ValueSource(strings = {"carla-caseworker", "olga-overseer"})
    void aRequestMovesItsRowAndTheTotalByOne(String persona) {
        // Given
        var month = YearMonth.now(ZoneId.of("Europe/London"));
        var before = statistics.live().figures(month);
        // When
        askWithoutAGround();
        // Then
        var page = ConsoleForTests.signedInAs(persona).asking().get("/console/statistics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(cells(page.asString(), "Rejected"))
                .contains("<td class=\"shown\">" + (before.count(Row.REJECTED, COURT_ORDER) + 1) + "</td>");
        var after = statistics.live().figures(month);
        assertThat(after.count(Row.REJECTED, COURT_ORDER)).isEqualTo(before.count(Row.REJECTED, COURT_ORDER) + 1);
        assertThat(after.received(new Column.Total())).isEqualTo(before.received(new Column.Total()) + 1);
        assertThat(page.asString()).contains("Everything adds up");
    }

    @Test
    void aMonthWithoutRequestsIsAllZeros() {
        assertThat(cells(
                        ConsoleForTests.signedInAs("olga-overseer")
                                .asking()
                                .get("/console/statistics?month=1999-01")
                                .asString(),
                        "Withdrawn"))
                .doesNotContain("hidden");
    }

    @Test
    void whileNoMonthHasClosedThePublicPageSaysWhenOneWill() {
        var csv =
                given().get("/transparency/statistics.csv").asString().lines().filter(line -> !line.startsWith("2016"));
        assertThat(csv).containsExactly("month,agency,row,count,suppressed");
        assertThat(given().get("/transparency").asString())
                .contains("No month with requests has closed yet", "The first can be published on 2 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void nothingHasToBeScrolledSideways(int width) {
        try (var browser = BrowserForTests.start();
                var page = browser.browser()
                        .newPage(new Browser.NewPageOptions().setViewportSize(new ViewportSize(width, 900)))) {
            // When
            ConsoleForTests.signIn(page, "olga-overseer", "/console/statistics");
            page.waitForSelector("table.figures");
            // Then
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "console-statistics-" + width + ".png")));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    private static String cells(String page, String row) {
        var at = page.indexOf("</svg> " + row + "</th>");
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private static void askWithoutAGround() {
        var answer = given().auth()
                .oauth2(Tokens.of("court-service"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "query",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { state } }",
                        "variables",
                        Map.of(
                                "input",
                                Map.of(
                                        "purpose", "court-order",
                                        "caseReference", "FD26P00412",
                                        "subject", Map.of("nhsNumber", "9000000009"),
                                        "sourcesExhausted", true,
                                        "justification", "The order directs disclosure."))))
                .post("/graphql");
        assertThat(answer.jsonPath().getString("data.requestTrace.state")).isEqualTo("REFUSED");
    }
}
