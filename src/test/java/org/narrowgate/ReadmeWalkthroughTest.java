package org.narrowgate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.synthetic.Cast;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

/** Follows the README's first disclosure with what stands in it, only at the addresses of this test. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ReadmeWalkthroughTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASK = command("curl ");
    private static final String REQUEST_ID = group("X-Request-ID: ([0-9a-f-]+)", ASK);

    @Inject
    PopulationService populations;

    @Inject
    DataSource database;

    @BeforeEach
    void letTheCastLive() {
        populations.load(new SyntheticPopulation(Cast.ALL.size(), 1), people -> {});
    }

    @Test
    void answersAsTheReadmeShows() throws JsonProcessingException {
        // Given
        var shown = JSON.readTree(Readme.blocks("json").getFirst());
        // When
        var answer = ask(UUID.randomUUID().toString());
        // Then
        assertThat(answer.at("/data/requestTrace/state").textValue()).isEqualTo("TRACED");
        assertThat(withoutWhatIsNeverTheSame(answer)).isEqualTo(withoutWhatIsNeverTheSame(shown));
    }

    @Test
    void sentAgainItIsTheSameRequestAndANewEntry() throws JsonProcessingException {
        // When
        var first = ask(REQUEST_ID);
        var second = ask(REQUEST_ID);
        // Then
        assertThat(second.at("/data/requestTrace/id")).isEqualTo(first.at("/data/requestTrace/id"));
        assertThat(second.at("/data/requestTrace/outcome/person"))
                .isEqualTo(first.at("/data/requestTrace/outcome/person"));
        assertThat(receipt(second).get("entry")).isNotEqualTo(receipt(first).get("entry"));
    }

    @Test
    void theLeafOfAReceiptComesOutTheSameFromTheLog() throws JsonProcessingException, SQLException {
        // Given
        var receipt = receipt(ask(UUID.randomUUID().toString()));
        var statement = Readme.blocks("sql").stream()
                .filter(block -> block.contains("recomputed"))
                .findFirst()
                .orElseThrow()
                .replace("WHERE e.index = 1;", "WHERE e.index = ?");
        // When
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(statement)) {
            query.setLong(1, receipt.get("entry").asLong());
            try (var row = query.executeQuery()) {
                row.next();
                // Then
                assertThat(List.of(row.getString("leaf_hash"), row.getString("recomputed")))
                        .containsOnly(receipt.get("leafHash").textValue());
                assertThat(row.getBoolean("particulars_agree")).isTrue();
                assertThat(row.getString("circumstances"))
                        .contains("\"outcome\":\"traced\"", "\"released\":[\"name.family\"")
                        .doesNotContain("Hartfield");
            }
        }
    }

    private static JsonNode ask(String requestId) throws JsonProcessingException {
        var answer = given().auth()
                .oauth2(token())
                .contentType(group("Content-Type: ([a-z/]+)", ASK))
                .header("X-Request-ID", requestId)
                .body(Readme.fed())
                .post(group("http://localhost:8080(/\\S+)", ASK))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JSON.readTree(answer);
    }

    private static String token() {
        var command = command("TOKEN=");
        var form = Pattern.compile(" -d (\\S+)=(\\S+)").matcher(command).results();
        var request = given().baseUri(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class))
                .contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic(group(" -u ([^:]+):", command), group(" -u [^:]+:(\\S+)", command));
        form.forEach(parameter -> request.formParam(parameter.group(1), parameter.group(2)));
        var answer = request.post(group("http://localhost:8180(/\\S+)", command))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return group(
                group("sed 's/\\.\\*(.+)\\.\\*/", command).replace("\\(", "(").replace("\\)", ")"), answer);
    }

    private static JsonNode receipt(JsonNode answer) {
        return answer.at("/data/requestTrace/outcome/receipt");
    }

    private static JsonNode withoutWhatIsNeverTheSame(JsonNode answer) {
        var request = (ObjectNode) answer.at("/data/requestTrace").deepCopy();
        request.remove("id");
        ((ObjectNode) request.get("outcome")).remove(Arrays.asList("receipt", "readableUntil", "destroyBy"));
        return request;
    }

    private static String command(String beginning) {
        return Readme.commands().stream()
                .filter(command -> command.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
