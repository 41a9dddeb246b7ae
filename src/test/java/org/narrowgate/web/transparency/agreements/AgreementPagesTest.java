package org.narrowgate.web.transparency.agreements;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;
import org.narrowgate.policy.Treatments;
import org.narrowgate.web.BrowserForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class AgreementPagesTest {
    private static final Pattern SECTION =
            Pattern.compile("data-purpose=\"([^\"]+)\"(.*?)<dl class=\"facts\">", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<li data-field=\"([^\"]+)\">([^<]+)</li>");

    static Stream<Agreement> agreements() {
        return Policy.shipped().document().agreements().stream();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void thePageSaysInWordsWhatThePolicyGivesFieldByField(Agreement agreement) {
        // When
        var page = given().get("/transparency/agreements/" + agreement.id()).asString();
        // Then
        assertThat(shownIn(page)).isEqualTo(agreedIn(agreement));
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void thePageNamesPartiesPowersAndGrounds(Agreement agreement) {
        // Given
        var policy = Policy.shipped();
        // When
        var page = given().get("/transparency/agreements/" + agreement.id());
        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("max-age=60");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        var shown = page.asString();
        assertThat(shown)
                .contains(agreement.title(), agreement.statute(), "In force since 9 May 2018")
                .contains(policy.agency(agreement.agency()).orElseThrow().name())
                .contains("Entered in the register");
        for (var grant : agreement.purposes()) {
            var purpose = policy.purpose(grant.purpose()).orElseThrow();
            assertThat(shown).contains(purpose.title(), purpose.statute());
            purpose.grounds().forEach(ground -> assertThat(shown).contains(ground.text(), ground.clause()));
        }
    }

    @Test
    void thePageSaysWhatCanBeWidenedOnlyAfterAConsultation() {
        assertThat(given().get("/transparency/agreements/home-office-memorandum")
                        .asString())
                .contains("It can be widened only after an open consultation.");
        assertThat(given().get("/transparency/agreements/court-service-agreement")
                        .asString())
                .contains("It can be widened without a consultation, by two people.")
                .doesNotContain("only after an open consultation");
    }

    @Test
    void theListNamesEveryAgreementAndLeadsToWhatElseIsPublished() {
        // When
        var page = given().get("/transparency/agreements");
        // Then
        var links = page.htmlPath().getList("**.findAll { it.name() == 'a' }.@href", String.class);
        assertThat(links)
                .containsAll(agreements()
                        .map(agreement -> "/transparency/agreements/" + agreement.id())
                        .toList())
                .contains(
                        "/transparency/agreements.json",
                        "/transparency/agreements/versions/1.json",
                        "/transparency/consultations",
                        "/transparency/2016/policy.json");
        assertThat(page.asString()).contains(Policy.shipped().hash());
    }

    @Test
    void thePageOfFiguresLeadsHere() {
        assertThat(given().get("/transparency")
                        .htmlPath()
                        .getList("**.findAll { it.name() == 'a' }.@href", String.class))
                .contains("/transparency/agreements", "/transparency/consultations");
    }

    @Test
    void aPublishedVersionIsTheVeryBytesThatItsHashIsOf() throws Exception {
        // When
        var answer = given().get("/transparency/agreements/versions/1.json");
        // Then
        var bytes = answer.body().asByteArray();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(hash).isEqualTo(Policy.shipped().hash());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(Policy.shipped().canonicalJson());
        assertThat(answer.contentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.header("ETag")).isEqualTo("\"" + hash + "\"");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void aVersionIsNotSentAgainToWhoeverHoldsIt() {
        // When
        var answer = given().header("If-None-Match", "\"" + Policy.shipped().hash() + "\"")
                .get("/transparency/agreements/versions/1.json");
        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/transparency/agreements/versions/2000000.json",
        "/transparency/agreements/versions/0.json",
        "/transparency/agreements/versions/99999999999.json",
        "/transparency/agreements/versions/one.json",
        "/transparency/agreements/no-such-agreement",
        "/transparency/agreements/%3Cscript%3E"
    })
    void whatWasNeverPublishedIsNotThere(String path) {
        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theDocumentForProgramsHoldsTheSame() throws Exception {
        // When
        var answer = given().get("/transparency/agreements.json");
        // Then
        var document = new ObjectMapper().readTree(answer.asString());
        var shown = new TreeMap<String, String>();
        for (var agreement : document.get("agreements")) {
            for (var purpose : agreement.get("purposes")) {
                purpose.at("/terms/treatments")
                        .properties()
                        .forEach(cell -> shown.put(
                                agreement.get("id").asText() + " "
                                        + purpose.get("id").asText() + " " + cell.getKey(),
                                cell.getValue().asText()));
            }
        }
        var given = new TreeMap<String, String>();
        agreements()
                .forEach(agreement -> treatments(agreement)
                        .forEach((cell, treatment) ->
                                given.put(agreement.id() + " " + cell, Treatments.write(treatment))));
        assertThat(shown).isEqualTo(given);
        assertThat(document.at("/versions/0/sha256").asText())
                .isEqualTo(Policy.shipped().hash());
        assertThat(answer.header("ETag")).isNotEmpty();
    }

    @Test
    void whatThereIsNothingToSayOfIsAbsentFromTheDocumentForPrograms() {
        // When
        var document = given().get("/transparency/agreements.json").asString();
        // Then
        assertThat(document).contains("\"validFrom\"").doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "390,LIGHT", "1280,DARK", "390,DARK"})
    void nothingHasToBeScrolledSideways(int width, ColorScheme scheme) {
        try (var browser = BrowserForTests.start();
                var page = browser.browser()
                        .newPage(new Browser.NewPageOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(new ViewportSize(width, 900)))) {
            for (var path :
                    List.of("agreements", "agreements/home-office-memorandum", "agreements/counter-fraud-agreement")) {
                // When
                page.navigate(BrowserForTests.address() + "/transparency/" + path);
                // Then
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", path.replace('/', '-') + "-" + width + "-" + scheme + ".png")));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
            }
        }
    }

    /** Purpose and field to the words shown. */
    private static Map<String, String> shownIn(String page) {
        var shown = new TreeMap<String, String>();
        SECTION.matcher(page).results().forEach(section -> {
            var kinds = section.group(2).split("<h3>");
            for (int kind = 1; kind < kinds.length; kind++) {
                var heading = kinds[kind]
                        .replaceAll("(?s)</h3>.*", "")
                        .replaceAll("<[^>]*>", "")
                        .strip();
                CELL.matcher(kinds[kind])
                        .results()
                        .forEach(cell ->
                                shown.put(section.group(1) + " " + cell.group(1), heading + " | " + cell.group(2)));
            }
        });
        return shown;
    }

    private static Map<String, String> agreedIn(Agreement agreement) {
        return treatments(agreement).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        cell -> words(field(cell.getKey()), cell.getValue()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, FieldTreatment> treatments(Agreement agreement) {
        var cells = new TreeMap<String, FieldTreatment>();
        for (var grant : agreement.purposes()) {
            var entitlement = Policy.shipped()
                    .entitlements(
                            new Asker(agreement.agency(), Set.<PurposeId>of(grant.purpose())), id -> Standing.CLEAR)
                    .getFirst();
            Arrays.stream(Field.values())
                    .forEach(field -> cells.put(
                            grant.purpose() + " " + field.path(),
                            entitlement.treatments().getOrDefault(field, new FieldTreatment.Withhold())));
        }
        return cells;
    }

    private static Field field(String cell) {
        return Field.ofPath(cell.substring(cell.indexOf(' ') + 1)).orElseThrow();
    }

    private static String words(Field field, FieldTreatment treatment) {
        var name = field.words().substring(0, 1).toUpperCase(java.util.Locale.UK)
                + field.words().substring(1).replace("'", "&#39;");
        return switch (treatment) {
            case FieldTreatment.Release() -> "● Given as held | " + name;
            case FieldTreatment.Withhold() -> "○ Never given | " + name;
            case FieldTreatment.Generalise(var precision) ->
                "◐ Given in part | " + name + ": "
                        + switch (precision) {
                            case YEAR -> "only the year";
                            case MONTH -> "only year and month";
                            case DISTRICT -> "only the district";
                            case INITIALS -> "only initials";
                        };
        };
    }
}
