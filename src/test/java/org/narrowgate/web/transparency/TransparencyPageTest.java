package org.narrowgate.web.transparency;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.transparency.PublishedHistory;
import org.narrowgate.transparency.StatisticsService;
import org.narrowgate.web.BrowserForTests;

@QuarkusTest
@TestProfile(PublishedHistory.class)
class TransparencyPageTest {
    private static final List<String> LIVE_ROWS =
            List.of("rejected", "approved-trace", "approved-no-trace", "under-review", "withdrawn", "total");
    private static final List<String> COLUMNS = List.of(
            "Police",
            "National Crime Agency",
            "Home Office",
            "Court Order",
            "Criminal Cases Review Commission",
            "NHS Counter Fraud Authority",
            "HM Coroner",
            "Others",
            "Total");

    @Inject
    StatisticsService statistics;

    /** As at start: no reader is to wait for it. */
    @BeforeEach
    void workOutWhatIsPublished() {
        statistics.published();
    }

    @Test
    void theCsvHasALineForEachCellOfEachClosedMonth() {
        // When
        var lines = csv().stream().filter(line -> !line.contains("synthetic")).toList();
        // Then
        assertThat(lines.getFirst()).isEqualTo("month,agency,row,count,suppressed");
        var expected = List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-05").stream()
                .flatMap(month -> COLUMNS.stream()
                        .flatMap(agency -> LIVE_ROWS.stream().map(row -> month + "," + agency + "," + row)))
                .toList();
        assertThat(lines.stream().skip(1).map(line -> line.replaceFirst(",[^,]*,[^,]*$", "")))
                .containsExactlyElementsOf(expected);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.matches(".*,(\\d+,false|,true)"));
        assertThat(lines).anyMatch(line -> line.endsWith(",,true"));
        assertThat(lines.stream().skip(1)).noneMatch(line -> line.matches(".*,[1-4],false"));
    }

    @Test
    void theArchiveIsMarkedSyntheticInEveryLineAndNeverSuppressed() {
        // When
        var lines = csv().stream().filter(line -> line.startsWith("2016")).toList();
        // Then
        assertThat(lines)
                .hasSize(11 * 4 * 5)
                .allMatch(line -> line.matches("[^,]*,[^,]* \\(synthetic\\),[^,]*,\\d+,false"));
        assertThat(lines)
                .contains(
                        "2016-03,Home Office (synthetic),approved-trace,533,false",
                        "2016-03,National Crime Agency (synthetic),unexplained,193,false",
                        "2016-03,Total (synthetic),total,1010,false");
    }

    @Test
    void theJsonHoldsTheSameCells() throws IOException {
        // When
        var document = new ObjectMapper()
                .readTree(given().get("/transparency/statistics.json").asString());
        // Then
        assertThat(StreamSupport.stream(document.get("cells").spliterator(), false)
                        .map(cell -> String.join(
                                ",",
                                cell.get("month").asText(),
                                cell.get("agency").asText(),
                                cell.get("row").asText(),
                                cell.get("count").isNull()
                                        ? ""
                                        : cell.get("count").asText(),
                                cell.get("suppressed").asText())))
                .containsExactlyElementsOf(csv().stream().skip(1).toList());
        assertThat(StreamSupport.stream(document.get("months").spliterator(), false)
                        .map(month -> month.get("month").asText() + " "
                                + month.get("edition").asText() + " "
                                + month.get("asOf").asText()))
                .containsExactly(
                        "2026-01 settled 2026-03-31",
                        "2026-02 settled 2026-04-30",
                        "2026-03 as-closed 2026-03-31",
                        "2026-04 as-closed 2026-04-30",
                        "2026-05 as-closed 2026-05-31");
        assertThat(fieldsOf(document))
                .isEqualTo(List.of("cells", "months", "archive", "nextPublication", "addsUp", "notes"));
        assertThat(document.get("archive").get("synthetic").asBoolean()).isTrue();
        assertThat(document.get("nextPublication").asText()).isEqualTo("2026-07-02");
        assertThat(document.get("addsUp").asBoolean()).isTrue();
    }

    @Test
    void theSyntheticCellsOfTheJsonSaySoAndTheOthersDoNot() throws IOException {
        // When
        var cells = new ObjectMapper()
                .readTree(given().get("/transparency/statistics.json").asString())
                .get("cells");
        // Then
        var marked = StreamSupport.stream(cells.spliterator(), false)
                .collect(groupingBy(cell -> cell.get("month").asText().startsWith("2016")));
        assertThat(marked.get(true)).allMatch(cell -> cell.get("synthetic").asBoolean());
        assertThat(marked.get(false)).noneMatch(cell -> cell.has("synthetic"));
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        // Given
        var first = given().get("/transparency/statistics.csv");
        // When
        var again = given().header("If-None-Match", first.header("ETag")).get("/transparency/statistics.csv");
        // Then
        assertThat(first.contentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(first.header("Cache-Control")).contains("max-age=300");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void thePageShowsTheMonthAndGroupAskedFor() {
        // When
        var page = given().get("/transparency?month=2026-02&group=Home Office").asString();
        // Then
        assertThat(page)
                .contains("Requests received in February 2026", "Month by month: Home Office")
                .contains("<title id=\"outcomes-title\">Requests by month of receipt, Home Office</title>")
                .contains("Requests of 2016 by month and outcome (synthetic)")
                .doesNotContain("The figures do not add up");
    }

    @Test
    void aMonthThatIsNotClosedShowsTheLatestThatIs() {
        assertThat(given().get("/transparency?month=2026-06&group=Nobody").asString())
                .contains("Requests received in May 2026", "Month by month: Total");
    }

    @Test
    void theLandingPageLeadsHere() {
        assertThat(given().get("/").htmlPath().getList("**.findAll { it.name() == 'a' }.@href", String.class))
                .contains("/transparency");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void nothingHasToBeScrolledSidewaysAndEveryChartHasItsNames(int width) {
        try (var browser = BrowserForTests.start();
                var page = browser.browser()
                        .newPage(new Browser.NewPageOptions().setViewportSize(new ViewportSize(width, 900)))) {
            // When
            page.navigate(BrowserForTests.address() + "/transparency");
            // Then
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "transparency-" + width + ".png")));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(page.evaluate("[...document.querySelectorAll('svg.chart')].map(chart => chart.getAttribute("
                            + "'aria-labelledby').split(' ').every(id => document.getElementById(id).textContent))"))
                    .isEqualTo(List.of(true, true, true, true));
            assertThat(page.evaluate("[...document.querySelectorAll('.scroll')].every(region => region.tabIndex === 0"
                            + " && region.getAttribute('aria-label'))"))
                    .isEqualTo(true);
        }
    }

    private static List<String> csv() {
        return given().get("/transparency/statistics.csv").asString().lines().toList();
    }

    private static List<String> fieldsOf(JsonNode document) {
        return document.properties().stream().map(Map.Entry::getKey).toList();
    }
}
