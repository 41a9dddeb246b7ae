package org.narrowgate.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SecondDatabase;
import org.narrowgate.web.BrowserForTests;

/** What a person sees of what agencies did, through the real doors of both. */
@QuarkusTest
@TestProfile(SecondDatabase.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class RecordPageTest {
    private static final String EWA = "9000000092";
    private static final String EWAS_OLDER_NUMBER = "9000000084";
    private static final String EWA_SIGNS_IN = "person-superseded";

    private static final Pattern CARD = Pattern.compile("<article.*?</article>", Pattern.DOTALL);

    private static BrowserForTests chromium;

    private final BehindTheDoor behind = new BehindTheDoor();

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

    @Test
    void saysInPlainWordsWhatJustLeft() {
        // Given
        AskingAgency.counterFraud(EWA);
        // When
        var card = latest(RecordForTests.signedInAs(EWA_SIGNS_IN));
        // Then
        assertThat(card)
                .startsWith("NHS Counter Fraud Authority received details about you")
                .contains("family name (only initials)", "date of birth (only the year)", "whether the person has died")
                .contains("Lawful basis Public task: it is needed for a task in the public interest")
                .doesNotContain("address", "given names");
    }

    @Test
    void saysThatSomebodyAskedByAnOlderNumberAndWasRefused() {
        // Given
        AskingAgency.courtWithoutOrder(EWAS_OLDER_NUMBER);
        // When
        var card = latest(RecordForTests.signedInAs(EWA_SIGNS_IN));
        // Then
        assertThat(card)
                .contains("asked with your number and was refused")
                .contains("The agency gave none of the reasons that this purpose demands.");
    }

    @Test
    void saysNothingOfARequestUnderReviewUntilItIsTakenBack() {
        // Given
        AskingAgency.counterFraud(EWA);
        var ewa = RecordForTests.signedInAs(EWA_SIGNS_IN);
        var before = latest(ewa);
        var id = AskingAgency.police(EWA);
        var meanwhile = latest(ewa);
        // When
        AskingAgency.withdraw(id);
        // Then
        assertThat(meanwhile).isEqualTo(before);
        assertThat(latest(ewa)).contains("asked with your number and took the request back");
    }

    @Test
    void showsNoReferenceNoArgumentAndNoNumber() {
        // Given
        var id = AskingAgency.counterFraud(EWA);
        // When
        var page = RecordForTests.signedInAs(EWA_SIGNS_IN)
                .asking()
                .get("/my-record")
                .asString();
        // Then
        assertThat(page)
                .doesNotContain(AskingAgency.REFERENCE, AskingAgency.JUSTIFICATION, id)
                .doesNotContain(EWA, EWAS_OLDER_NUMBER, "k1:");
    }

    @Test
    void isOpenedOnlyOnceItIsWrittenDownThatItWas() {
        // Given
        var before = behind.entries();
        // When
        var ewa = RecordForTests.signedInAs(EWA_SIGNS_IN);
        ewa.asking().get("/my-record");
        ewa.asking().get("/my-record?page=1");
        // Then
        assertThat(behind.entries()).isEqualTo(before + 1);
        var circumstances = behind.circumstances(before);
        assertThat(circumstances.get("kind").asText()).isEqualTo("record-opened");
        assertThat(circumstances.properties()).extracting(Map.Entry::getKey).containsExactly("at", "form", "kind");
        assertThat(behind.particulars(before).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("session", "subject");
    }

    @Test
    void tellsWhetherSomebodyElseOpenedIt() {
        // Given
        RecordForTests.signedInAs(EWA_SIGNS_IN).asking().get("/my-record");
        // When
        var page = RecordForTests.signedInAs(EWA_SIGNS_IN).asking().get("/my-record");
        // Then
        var openings = page.htmlPath().getList("**.findAll { it.@class == 'openings' }.li", String.class);
        assertThat(openings.get(0)).endsWith("in this session");
        assertThat(openings.get(1)).endsWith("in another session");
    }

    @Test
    void showsNothingOfWhatIsErased() {
        // Given
        AskingAgency.counterFraud(EWA);
        // When
        behind.change("DELETE FROM ledger_particulars WHERE particulars_subject(particulars) IN (SELECT"
                + " particulars_subject(particulars) FROM ledger_particulars ORDER BY index DESC LIMIT 1)");
        // Then
        var page = RecordForTests.signedInAs(EWA_SIGNS_IN).asking().get("/my-record");
        assertThat(page.asString()).contains("Nobody shows here as having received details");
        assertThat(page.htmlPath().getList("**.findAll { it.name() == 'article' }"))
                .isEmpty();
    }

    @Test
    void leadsThroughARecordAndAfterSigningOutBackToNothing() {
        // Given
        AskingAgency.counterFraud(EWA);
        var complaints = new ArrayList<String>();
        try (var context = chromium.browser().newContext()) {
            var page = open(context, complaints);
            // When
            RecordForTests.signIn(page, EWA_SIGNS_IN, "/my-record");
            // Then
            assertThat(page.title()).isEqualTo("My record – Narrowgate");
            assertThat(page.locator("article").first().innerText()).contains("received details about you");
            assertThat(URI.create(page.url()).getPath()).isEqualTo("/my-record");
            assertThat(URI.create(page.url()).getQuery()).isNull();
            // When
            page.getByText("Sign out").click();
            page.waitForURL(address -> URI.create(address).getPath().equals("/signed-out/my-record"));
            assertThat(page.locator("h1").innerText()).isEqualTo("You are signed out");
            assertThat(complaints).isEmpty();
            page.goBack();
            // Then
            assertThat(page.content()).doesNotContain("received details about you");
            // When
            page.navigate(BrowserForTests.address() + "/my-record");
            // Then
            assertThat(page.locator("button[value='" + EWA_SIGNS_IN + "']").count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, LIGHT", "390, DARK"})
    void canBeReadWithoutScrollingSideways(int width, com.microsoft.playwright.options.ColorScheme scheme) {
        // Given
        for (int i = 0; i < 3; i++) {
            AskingAgency.counterFraud(EWA);
        }
        AskingAgency.courtWithoutOrder(EWA);
        var complaints = new ArrayList<String>();
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme))) {
            var page = open(context, complaints);
            // When
            RecordForTests.signIn(page, EWA_SIGNS_IN, "/my-record");
            // Then
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "my-record-" + width + "-" + scheme + ".png"))
                    .setFullPage(true));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void isLedToFromThePagesForEverybody() {
        var address = BrowserForTests.address();
        assertThat(io.restassured.RestAssured.given().get(address + "/").asString())
                .contains("<a href=\"/my-record\">My record</a>");
        assertThat(io.restassured.RestAssured.given()
                        .get(address + "/transparency")
                        .asString())
                .contains("<a href=\"/my-record\">My record</a>");
    }

    private static Page open(BrowserContext context, List<String> complaints) {
        var page = context.newPage();
        var ours = BrowserForTests.address();
        // The development identity provider has no icon, and a browser complains of that once.
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.location().startsWith(ours)) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** The words of the first card. */
    private static String latest(RecordForTests person) {
        var card = CARD.matcher(person.asking().get("/my-record").asString());
        assertThat(card.find()).isTrue();
        return card.group().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
    }
}
