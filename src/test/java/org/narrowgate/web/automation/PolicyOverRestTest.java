package org.narrowgate.web.automation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SyntheticRegistry;
import org.narrowgate.dev.Tokens;
import org.narrowgate.governance.OwnDatabase;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.policy.Policy;
import org.narrowgate.registry.PopulationService;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(OwnDatabase.class)
class PolicyOverRestTest {
    private static final String DRAFTS = "/admin/policy/drafts";
    private static final String REASONS = "{\"reasons\":\"as agreed at the last meeting\"}";

    @Inject
    PopulationService population;

    @Inject
    WrittenEntries log;

    @BeforeEach
    void fillRegistry() {
        SyntheticRegistry.fillWhereEmpty(population);
    }

    @Test
    void givesTheVersionInForceAsTheBytesThatWerePublished() {
        // When
        var answer = as("ada-author").get("/admin/policy/versions/current");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        var hash = answer.header("Policy-Hash");
        assertThat(answer.header("ETag")).isEqualTo("\"" + hash + "\"");
        assertThat(Policy.read(answer.asString()).hash()).isEqualTo(hash);
        assertThat(as("ada-author")
                        .get("/admin/policy/versions/" + answer.header("Policy-Version"))
                        .asString())
                .isEqualTo(answer.asString());
        assertThat(as("ada-author")
                        .header("If-None-Match", "\"" + hash + "\"")
                        .get("/admin/policy/versions/current")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void listsEveryVersion() {
        // When
        var answer = as("paul-approver").get("/admin/policy/versions");
        // Then
        assertThat(answer.<List<Integer>>path("number")).contains(1).doesNotHaveDuplicates();
        assertThat(answer.<List<String>>path("state")).containsOnlyOnce("IN_FORCE");
        assertProblem(as("paul-approver").get("/admin/policy/versions/999999"), 404, "version-unknown");
    }

    @Test
    void takesADraftFromUploadToVersionByTwo() {
        // Given
        var document = retitled();
        // When
        var begun = as("policy-pipeline")
                .queryParam("title", "From the repository")
                .body(document)
                .post(DRAFTS);
        // Then
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.<String>path("title")).isEqualTo("From the repository");
        assertThat(begun.<String>path("state")).isEqualTo("DRAFT");
        assertThat(begun.<Integer>path("revision")).isEqualTo(1);
        assertThat(begun.header("ETag")).isEqualTo("\"1\"");
        assertThat(begun.<List<String>>path("difference.words")).isNotEmpty();
        var draft = begun.header("Location");
        assertThat(draft).endsWith(DRAFTS + "/" + begun.path("id"));
        assertThat(as("policy-pipeline").post(draft + "/validate").<Boolean>path("valid"))
                .isTrue();
        assertThat(as("policy-pipeline").body(REASONS).post(draft + "/submit").<String>path("state"))
                .isEqualTo("SUBMITTED");
        // And
        var version = as("paul-approver").body(REASONS).post(draft + "/approve");
        assertThat(version.statusCode()).isEqualTo(200);
        assertThat(version.<String>path("state")).isEqualTo("IN_FORCE");
        assertThat(version.<String>path("origin.author")).isEqualTo("Policy pipeline");
        assertThat(version.<String>path("origin.approver")).isEqualTo("Paul, policy approver");
        assertThat(as("ada-author").get(draft).<Integer>path("version")).isEqualTo(version.<Integer>path("number"));
        assertThat(as("ada-author").get("/admin/policy/versions/current").header("Policy-Hash"))
                .isEqualTo(version.<String>path("hash"));
    }

    @Test
    void theNextAnswerWithholdsWhatTheNewVersionWithholds() throws Exception {
        // Given
        assertThat(released(requestTrace())).contains("LS7");
        var begun = as("ada-author").post(DRAFTS);
        var document = current(begun)
                .replace("\"address.postcode\":\"generalised to district\"", "\"address.postcode\":\"withheld\"");
        assertThat(document).isNotEqualTo(current(begun));
        var draft = begun.header("Location");
        // When
        var changed =
                as("ada-author").header("If-Match", "\"1\"").body(document).put(draft);
        assertThat(changed.<List<String>>path("difference.direction")).containsOnly("NARROWS");
        as("ada-author").body(REASONS).post(draft + "/submit").then().statusCode(200);
        int number = as("petra-approver").body(REASONS).post(draft + "/approve").path("number");
        var answer = requestTrace();
        // Then
        assertThat(released(answer)).doesNotContain("LS7");
        assertThat(answer.<List<String>>path("data.requestTrace.outcome.withheld.field"))
                .contains("address.postcode");
        assertThat(answer.<Integer>path("data.requestTrace.outcome.receipt.policyVersion"))
                .isEqualTo(number);
        var entries = log.after(-1, 10_000);
        var published = entries.stream()
                .map(entry -> json(new String(entry.circumstances(), UTF_8)))
                .filter(entry -> entry.path("kind").asText().equals("policy-published")
                        && entry.path("policyVersion").asInt() == number)
                .toList();
        assertThat(published)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.get("difference").toString()).contains("postcode"));
    }

    @Test
    void namesEveryFaultOfADocumentByItsPointer() {
        // Given
        var faulty = current()
                .replaceFirst("\"gender\":\"released\",", "")
                .replaceFirst("\"readings\":[0-9]+", "\"readings\":0");
        // When
        var answer = as("ada-author").body(faulty).post(DRAFTS);
        // Then
        assertProblem(answer, 422, "faults");
        assertThat(answer.<List<String>>path("faults.pointer"))
                .hasSize(2)
                .anyMatch(pointer -> pointer.endsWith("/treatments/gender"))
                .anyMatch(pointer -> pointer.endsWith("/terms/readings"));
        assertThat(answer.<List<String>>path("faults.message")).contains("missing");
    }

    @Test
    void refusesWhatIsBeyondTheCeilingWithItsClause() {
        // Given
        var wide = current().replace("\"thresholdMonths\":12", "\"thresholdMonths\":6");
        // When
        var answer = as("ada-author").body(wide).post(DRAFTS);
        // Then
        assertProblem(answer, 422, "faults");
        assertThat(answer.<List<String>>path("faults.message"))
                .allMatch(message -> message.contains("commitment of 9 May 2018, ground 1"));
    }

    @Test
    void validatesAnotherDocumentWithoutKeepingIt() {
        // Given
        var draft = as("ada-author").post(DRAFTS).header("Location");
        var faulty = current().replaceFirst("\"gender\":\"released\",", "");
        // When
        var refused = as("ada-author").body(faulty).post(draft + "/validate");
        var own = as("ada-author").post(draft + "/validate");
        // Then
        assertProblem(refused, 422, "faults");
        assertThat(own.<List<String>>path("warnings"))
                .contains("The document says what the version in force says: there is nothing to publish.");
        assertThat(as("ada-author").get(draft).<Integer>path("revision")).isEqualTo(1);
    }

    @Test
    void saysWhereAConsultationIsNeeded() {
        // Given
        var draft = as("ada-author").post(DRAFTS).header("Location");
        var id = current().indexOf("\"id\":\"immigration-tracing\"");
        var start = current().lastIndexOf("\"consultation\"", id);
        var wide = current().substring(0, start)
                + current().substring(start).replaceFirst("\"readings\":[0-9]+", "\"readings\":9");
        // When
        var answer = as("ada-author").body(wide).post(draft + "/validate");
        // Then
        assertProblem(answer, 422, "faults");
        assertThat(answer.<List<String>>path("faults.pointer")).containsExactly("/purposes/0");
        assertThat(answer.<List<String>>path("faults.message"))
                .containsExactly("`immigration-tracing` is widened, which takes an open consultation first");
    }

    @Test
    void tellsWhoComesSecondWhatHasChanged() {
        // Given
        var draft = as("ada-author").post(DRAFTS).header("Location");
        var first = current().replace("\"title\":\"", "\"title\":\"Abe's ");
        as("abe-author")
                .header("If-Match", "\"1\"")
                .body(first)
                .put(draft)
                .then()
                .statusCode(200);
        // When
        var second =
                as("ada-author").header("If-Match", "\"1\"").body(current()).put(draft);
        // Then
        assertProblem(second, 409, "stale");
        assertThat(second.<String>path("detail")).contains("Abe, policy author (revision 2)");
        assertProblem(as("ada-author").body(current()).put(draft), 428, "revision-needed");
    }

    @Test
    void approvesNobodysOwnDraft() {
        // Given
        var draft = begunBy("bruno-both");
        as("ada-author").body(REASONS).post(draft + "/submit").then().statusCode(200);
        // When
        var own = as("bruno-both").body(REASONS).post(draft + "/approve");
        // Then
        assertProblem(own, 409, "same-person");
        assertThat(own.<String>path("detail"))
                .isEqualTo("You have written or submitted this draft yourself; whoever approves it has to be somebody"
                        + " else, whatever roles you have.");
        assertThat(as("petra-approver")
                        .body("{\"reasons\":\"needs another title\"}")
                        .post(draft + "/send-back")
                        .<String>path("state"))
                .isEqualTo("DRAFT");
        assertThat(as("abe-author").body(REASONS).post(draft + "/withdraw").<String>path("state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void namesWhatIsWrongWithASmallBody() {
        // Given
        var draft = begunBy("ada-author");
        // When
        var answer = as("ada-author")
                .body("{\"inForceFrom\":\"soon\",\"reason\":\"misspelt\"}")
                .post(draft + "/submit");
        // Then
        assertProblem(answer, 422, "faults");
        assertThat(answer.<List<Map<String, String>>>path("faults"))
                .containsExactlyInAnyOrder(
                        Map.of("pointer", "/reasons", "message", "missing"),
                        Map.of("pointer", "/inForceFrom", "message", "not a moment like `2018-05-09T00:00:00Z`"),
                        Map.of("pointer", "/reason", "message", "unknown property"));
        assertProblem(as("ada-author").body("{").post(draft + "/submit"), 422, "faults");
        assertProblem(as("ada-author").body("{\"reasons\":\"short\"}").post(draft + "/submit"), 422, "text-unfit");
    }

    @ParameterizedTest
    @CsvSource({
        "ada-author, approve, To approve a draft takes a policy approver.",
        "ada-author, send-back, To send a draft back takes a policy approver.",
        "paul-approver, submit, To submit a draft takes a policy author.",
        "paul-approver, withdraw, To withdraw a draft takes a policy author."
    })
    void saysWhichRoleAMoveTakes(String persona, String move, String sentence) {
        // Given
        var draft = begunBy("abe-author");
        // When
        var answer = as(persona).body(REASONS).post(draft + "/" + move);
        // Then
        assertProblem(answer, 403, "not-for-this-role");
        assertThat(answer.<String>path("detail")).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla-caseworker", "olga-overseer"})
    void isForAuthorsAndApproversOnly(String persona) {
        assertProblem(as(persona).get(DRAFTS), 403, "not-for-this-role");
        assertProblem(as(persona).get("/admin/policy/versions/current"), 403, "not-for-this-role");
    }

    @Test
    void isNotForAgenciesNorForNobody() {
        assertProblem(token(Tokens.of("home-office")).get(DRAFTS), 403, "not-for-this-role");
        assertProblem(token(Tokens.of("home-office")).post(DRAFTS), 403, "not-for-this-role");
        var nobody = given().contentType("application/json").post(DRAFTS);
        assertProblem(nobody, 401, "no-token");
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void saysEvenOfWhatIsNotThereThatItIsAProblem() {
        assertProblem(as("ada-author").get(DRAFTS + "/" + UUID.randomUUID()), 404, "draft-unknown");
        assertProblem(as("ada-author").get(DRAFTS + "/no-draft"), 404, "draft-unknown");
        assertProblem(as("ada-author").delete(DRAFTS), 405, "refused");
        assertProblem(
                token(Tokens.ofStaff("ada-author"))
                        .contentType("text/plain")
                        .body("x")
                        .post(DRAFTS),
                415,
                "refused");
    }

    private static void assertProblem(Response answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:narrowgate:problem:" + word);
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).endsWith(".").doesNotContain("Exception", "org.narrowgate");
    }

    /** A draft of another title, submitted by nobody yet. */
    private static String begunBy(String persona) {
        var begun = as(persona).body(retitled()).post(DRAFTS);
        return begun.header("Location");
    }

    /** The document in force, with every title in it changed. */
    private static String retitled() {
        return current().replace("\"title\":\"", "\"title\":\"" + UUID.randomUUID() + " ");
    }

    private static String current() {
        return as("ada-author").get("/admin/policy/versions/current").asString();
    }

    private static String current(Response begun) {
        return as("ada-author").get(begun.header("Location") + "/document").asString();
    }

    private static RequestSpecification as(String persona) {
        return token(persona.equals("policy-pipeline") ? Tokens.of(persona) : Tokens.ofStaff(persona));
    }

    private static RequestSpecification token(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String released(Response answer) {
        return String.valueOf(answer.<Object>path("data.requestTrace.outcome.person"));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Response requestTrace() {
        return token(Tokens.of("counter-fraud"))
                .body(Map.of(
                        "query",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { outcome { ... on Traced {"
                                + " person { address { postcode } } withheld { field } receipt { policyVersion } } } } }",
                        "variables",
                        Map.of(
                                "input",
                                Map.of(
                                        "purpose",
                                        "counter-fraud",
                                        "caseReference",
                                        "case 1",
                                        "subject",
                                        Map.of("nhsNumber", "9000000009"),
                                        "sourcesExhausted",
                                        true,
                                        "justification",
                                        "every other source of information was tried"))))
                .post("/graphql");
    }
}
