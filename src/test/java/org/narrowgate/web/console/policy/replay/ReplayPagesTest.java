package org.narrowgate.web.console.policy.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.governance.Authors;
import org.narrowgate.governance.OwnDatabase;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.web.BrowserForTests;
import org.narrowgate.web.console.ConsoleForTests;

/** What a draft would have done, asked for by people and by programs. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(OwnDatabase.class)
class ReplayPagesTest {
    private static final String CAUTION = "that mix is Narrowgate&#39;s assumption, and so is every figure";

    @Inject
    Authors authors;

    @Inject
    DraftService drafts;

    @Test
    void anAuthorReplaysADraftAndReadsWhatCameOfIt() {
        // Given
        var ada = ConsoleForTests.signedInAs("ada-author");
        var draft = authors.retitled();
        // When
        var begun = begin(ada, draft, Map.of("against", "practice-of-2016"));
        // Then
        assertThat(begun.statusCode()).isEqualTo(303);
        var address = begun.header("Location");
        var page = over(ada, address);
        assertThat(page)
                .contains("Of 11,169 requests the draft would have refused ")
                .contains("Of the Home Office&#39;s 8,127 requests it would have excluded 7,7")
                .contains(CAUTION)
                .contains("Overstaying alone")
                .contains("SYNTHETIC-2016-")
                .contains("By agency", "By purpose", "By ground", "By what really became of them")
                .doesNotContain("<progress");
        assertThat(ada.asking().get(address + "/result.csv").asString())
                .startsWith("section,key,measure,before,after\nall,all,requests,11169,11169\nall,all,refused,119,")
                .contains("agency,home-office,requests,8127,8127\n");
        var json = ada.asking().get(address + "/result.json");
        assertThat(json.<String>path("state")).isEqualTo("done");
        assertThat(json.<String>path("against")).isEqualTo("practice-of-2016");
        assertThat(json.<String>path("result.caution")).startsWith("Which offences and grounds");
    }

    @Test
    void aResultIsOutdatedOnceTheDraftHasMovedOn() {
        // Given
        var ada = ConsoleForTests.signedInAs("ada-author");
        var draft = authors.retitled();
        var address = begin(ada, draft, Map.of()).header("Location");
        assertThat(over(ada, address)).doesNotContain("Outdated.");
        // When
        drafts.rename(Authors.ADA, draft.id(), draft.revision(), "renamed");
        // Then
        assertThat(ada.asking().get(address).asString())
                .contains("Outdated.", "this is revision 2, and it is at revision 3");
        assertThat(ada.asking()
                        .get("/console/policy/drafts/" + draft.id() + "/replay")
                        .asString())
                .contains("Done, outdated");
    }

    @Test
    void whatCannotBeMeantIsSaidBesideItsField() {
        // Given
        var ada = ConsoleForTests.signedInAs("ada-author");
        var draft = authors.retitled();
        // When
        var mix = begin(ada, draft, Map.of("mix-overstaying", "many"));
        var period = begin(ada, draft, Map.of("source", "recorded", "from", "2026-02-30", "to", "2999-01-01"));
        // Then
        assertThat(mix.statusCode()).isEqualTo(422);
        assertThat(mix.asString())
                .contains("id=\"mix-overstaying-fault\">Write a whole number from 0 to 1,000,000.")
                .contains("value=\"many\"");
        assertThat(period.statusCode()).isEqualTo(422);
        assertThat(period.asString())
                .contains("id=\"from-fault\">Write a day as 2026-01-31.")
                .contains("id=\"to-fault\">The period must not end in the future.");
    }

    @Test
    void aProgramReplaysADraft() {
        // Given
        var draft = authors.retitled();
        // When
        var accepted = send(draft, "{\"source\": \"archive-2016\", \"mix\": {\"no-ground\": 1, \"charged\": 3}}");
        // Then
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.<Map<String, Integer>>path("mix")).isEqualTo(Map.of("no-ground", 1, "charged", 3));
        assertThat(accepted.<String>path("draft")).isEqualTo(draft.id().toString());
        var location = URI.create(accepted.header("Location")).getPath();
        var done = untilOver(() -> program().get(location));
        assertThat(done.<String>path("state")).isEqualTo("done");
        assertThat(done.<Integer>path("total")).isEqualTo(11_169);
        assertThat(done.<List<String>>path("words").getFirst()).startsWith("Of 11,169 requests the draft would");
        assertThat(done.<List<String>>path("result.mix.kind")).containsExactly("no-ground", "charged");
    }

    @Test
    void aProgramIsToldWhatIsWrongByPointer() {
        // Given
        var draft = authors.retitled();
        // When
        var answer = send(
                draft,
                "{\"source\": \"recorded\", \"from\": \"2026-02-30\", \"to\": \"2026-03-01\", \"mix\": {\"no-ground\": -1},"
                        + " \"sauce\": 1}");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<List<String>>path("faults.pointer")).contains("/from", "/mix", "/sauce");
        assertThat(send(draft, "{\"mix\": {\"tourism\": 1}}").<String>path("detail"))
                .isEqualTo("The mix cannot be used: `tourism` is no kind of case.");
        assertThat(program().get("/admin/policy/replays/none").statusCode()).isEqualTo(404);
    }

    @Test
    void fitsANarrowScreenAndMovesByItself() {
        // Given
        var draft = authors.retitled();
        try (var browser = BrowserForTests.start()) {
            for (int width : List.of(1280, 390)) {
                var page = browser.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
                // When
                ConsoleForTests.signIn(page, "paul-approver", "/console/policy/drafts/" + draft.id() + "/replay");
                assertThatNothingScrollsSideways(page, "form-" + width);
                page.getByLabel("The practice of 2016").check();
                page.getByLabel("Overstaying alone").fill("100");
                assertThat(page.locator("[data-sum]").textContent()).isEqualTo("540");
                page.getByText("Replay", new Page.GetByTextOptions().setExact(true))
                        .click();
                // Then the page shows the result without being loaded by hand
                page.locator("#result").waitFor();
                page.locator("details.shift").first().locator("summary").click();
                assertThatNothingScrollsSideways(page, "result-" + width);
                page.close();
            }
        }
    }

    private static void assertThatNothingScrollsSideways(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "replay-" + name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private static Response begin(ConsoleForTests staff, Draft draft, Map<String, String> changed) {
        var form = staff.form()
                .formParam("source", changed.getOrDefault("source", "archive-2016"))
                .formParam("against", changed.getOrDefault("against", "in-force"))
                .formParam("from", changed.getOrDefault("from", "2026-01-01"))
                .formParam("to", changed.getOrDefault("to", "2026-02-01"));
        Map.of(
                        "overstaying", "560",
                        "illegal-entry", "180",
                        "breach-of-conditions", "80",
                        "no-ground", "70",
                        "minor-offence", "20",
                        "short-sentence", "25",
                        "charged", "15",
                        "serious-criminality", "25",
                        "public-security-risk", "10",
                        "missing-vulnerable-person", "15")
                .forEach((kind, weight) -> form.formParam("mix-" + kind, changed.getOrDefault("mix-" + kind, weight)));
        return form.post("/console/policy/drafts/" + draft.id() + "/replay");
    }

    private static String over(ConsoleForTests staff, String address) {
        untilOver(() -> staff.asking().get(address + "/progress"));
        return staff.asking().get(address).asString();
    }

    private static Response untilOver(Supplier<Response> asked) {
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            var answer = asked.get();
            assertThat(answer.statusCode()).isEqualTo(200);
            var state = answer.<Object>path("over") == null
                    ? !List.of("queued", "running").contains(answer.<String>path("state"))
                    : answer.<Boolean>path("over");
            if (state) {
                return answer;
            }
            assertThat(System.nanoTime()).isLessThan(until);
        }
    }

    private static RequestSpecification program() {
        return given().auth().oauth2(Tokens.ofStaff("ada-author")).contentType("application/json");
    }

    private static Response send(Draft draft, String body) {
        return program().body(body).post("/admin/policy/drafts/" + draft.id() + "/replay");
    }
}
