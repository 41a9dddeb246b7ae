package org.narrowgate.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.synthetic.Cast;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class TryItAnswersTest {
    private static final String RELEASED = "✓ released";
    private static final String GENERALISED = "≈ generalised NOT_NEEDED_FOR_PURPOSE";
    private static final String NOT_NEEDED = "✕ withheld NOT_NEEDED_FOR_PURPOSE";
    private static final String NOT_AVAILABLE = "✕ withheld NOT_AVAILABLE";

    private static BrowserForTests chromium;

    @Inject
    PopulationService populations;

    private Page page;

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
        // Only the cast of every synthetic population; loaded again, it changes nothing.
        populations.load(new SyntheticPopulation(Cast.ALL.size(), 1), people -> {});
        page = chromium.browser().newPage();
        page.navigate(BrowserForTests.address());
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void theCourtOrderIsTracedWithEverythingButTheNhsNumber() {
        // When
        send("A court order");
        // Then
        assertThat(verdict()).containsText("✓ Traced");
        assertThat(treatments())
                .isEqualTo(Map.ofEntries(
                        Map.entry("nhsNumber", NOT_NEEDED),
                        Map.entry("name.family", RELEASED),
                        Map.entry("name.given", RELEASED),
                        Map.entry("previousFamilyNames", RELEASED),
                        Map.entry("birthDate", RELEASED),
                        Map.entry("gender", RELEASED),
                        Map.entry("deceased", RELEASED),
                        Map.entry("address.lines", RELEASED),
                        Map.entry("address.postcode", RELEASED),
                        Map.entry("address.since", RELEASED),
                        Map.entry("generalPractice.odsCode", RELEASED),
                        Map.entry("generalPractice.name", RELEASED),
                        Map.entry("generalPractice.areaCode", RELEASED),
                        Map.entry("generalPractice.registeredOn", RELEASED)));
        assertThat(value("address.postcode")).hasText("LS7 4RH");
        assertReceipt();
    }

    @Test
    void theArrestWarrantIsTracedWithThePracticeWithheld() {
        // When
        send("An arrest warrant");
        // Then
        assertThat(verdict()).containsText("✓ Traced");
        assertThat(treatments())
                .isEqualTo(Map.ofEntries(
                        Map.entry("nhsNumber", NOT_NEEDED),
                        Map.entry("name.family", RELEASED),
                        Map.entry("name.given", RELEASED),
                        Map.entry("previousFamilyNames", NOT_NEEDED),
                        Map.entry("birthDate", RELEASED),
                        Map.entry("gender", RELEASED),
                        Map.entry("deceased", NOT_NEEDED),
                        Map.entry("address.lines", RELEASED),
                        Map.entry("address.postcode", RELEASED),
                        Map.entry("address.since", RELEASED),
                        Map.entry("generalPractice.odsCode", NOT_NEEDED),
                        Map.entry("generalPractice.name", NOT_NEEDED),
                        Map.entry("generalPractice.areaCode", NOT_NEEDED),
                        Map.entry("generalPractice.registeredOn", NOT_NEEDED)));
        assertReceipt();
    }

    @Test
    void counterFraudSeesInitialsYearAndPostcodeDistrict() {
        // When
        send("Counter fraud");
        // Then
        assertThat(verdict()).containsText("✓ Traced");
        assertThat(treatments())
                .isEqualTo(Map.ofEntries(
                        Map.entry("nhsNumber", NOT_NEEDED),
                        Map.entry("name.family", GENERALISED),
                        Map.entry("name.given", GENERALISED),
                        Map.entry("previousFamilyNames", NOT_NEEDED),
                        Map.entry("birthDate", GENERALISED),
                        Map.entry("gender", NOT_NEEDED),
                        Map.entry("deceased", RELEASED),
                        Map.entry("address.lines", NOT_NEEDED),
                        Map.entry("address.postcode", GENERALISED),
                        Map.entry("address.since", NOT_NEEDED),
                        Map.entry("generalPractice.odsCode", NOT_NEEDED),
                        Map.entry("generalPractice.name", NOT_NEEDED),
                        Map.entry("generalPractice.areaCode", NOT_NEEDED),
                        Map.entry("generalPractice.registeredOn", RELEASED)));
        assertThat(value("name.family")).hasText("H.");
        assertThat(value("name.given")).hasText("E., R.");
        assertThat(value("birthDate")).hasText("1984");
        assertThat(value("address.postcode")).hasText("LS7");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'Convicted of fraud, 14 months'", "A missing child", "A possible miscarriage of justice"})
    void aCaseworkerDecidesByTheDateDue(String title) {
        // When
        send(title);
        // Then
        assertThat(verdict()).containsText("Under review");
        assertThat(answer()).containsText(Pattern.compile("Due by\\s*\\d{4}-\\d{2}-\\d{2}"));
        assertThat(answer().locator("table")).hasCount(0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Overstayed only, OFFENCE_EXCLUDED", "Fare evasion, BELOW_SERIOUS_CRIMINALITY"})
    void aRefusalShowsItsReasonItsClauseAndItsReceipt(String title, String reason) {
        // When
        send(title);
        // Then
        assertThat(verdict()).hasText("✕ Refused" + reason);
        assertThat(definition("Reason")).hasText(reason);
        assertThat(definition("Clause")).not().isEmpty();
        assertThat(definition("Explanation")).not().isEmpty();
        assertReceipt();
    }

    @Test
    void theProtectedPersonsAddressAndPracticeAreNotAvailable() {
        // When
        send("A protected person");
        // Then
        assertThat(verdict()).containsText("✓ Traced");
        assertThat(treatments())
                .containsEntry("name.family", RELEASED)
                .containsEntry("address.lines", NOT_AVAILABLE)
                .containsEntry("address.postcode", NOT_AVAILABLE)
                .containsEntry("address.since", NOT_AVAILABLE)
                .containsEntry("generalPractice.odsCode", NOT_AVAILABLE)
                .containsEntry("generalPractice.name", NOT_AVAILABLE)
                .containsEntry("generalPractice.areaCode", NOT_AVAILABLE)
                .containsEntry("generalPractice.registeredOn", NOT_AVAILABLE);
    }

    @Test
    void theMadeUpPersonIsNotTracedAndThatIsWrittenDownToo() {
        // When
        send("A made-up person");
        // Then
        assertThat(verdict()).hasText("○ Not traced");
        assertReceipt();
    }

    @Test
    void graphiQLAsksWithTheTokenOfThePersona() {
        // Given
        choose("Overstayed only");
        var graphiql = page.context()
                .waitForPage(() -> page.getByText("Open in GraphiQL").click());
        // When
        graphiql.locator(".graphiql-execute-button").click();
        // Then
        assertThat(graphiql.locator(".result-window")).containsText("OFFENCE_EXCLUDED");
    }

    private void choose(String title) {
        page.getByText(title, new Page.GetByTextOptions().setExact(true)).click();
    }

    private void send(String title) {
        choose(title);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
        assertThat(answer()).isVisible();
    }

    private Locator answer() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Answer"));
    }

    private Locator verdict() {
        return answer().locator(".verdict");
    }

    private Locator value(String field) {
        return answer().locator("tr[data-field='" + field + "'] td").first();
    }

    private Locator definition(String term) {
        return answer().locator("dt:text-is('" + term + "') + dd");
    }

    private Map<String, String> treatments() {
        var treatments = new LinkedHashMap<String, String>();
        for (var row : answer().locator("tbody tr").all()) {
            var treatment = row.locator("td").last().locator("span").allTextContents();
            treatments.put(row.getAttribute("data-field"), String.join(" ", treatment));
        }
        return treatments;
    }

    private void assertReceipt() {
        assertThat(definition("Log entry")).hasText(Pattern.compile("\\d+"));
        assertThat(definition("Leaf hash")).hasText(Pattern.compile("[A-Za-z0-9+/]{43}="));
        assertThat(definition("Policy hash")).hasText(Pattern.compile("[0-9a-f]{64}"));
    }
}
