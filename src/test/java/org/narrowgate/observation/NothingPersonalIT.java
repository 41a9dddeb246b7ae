package org.narrowgate.observation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.observation.Detail.Kind;
import org.narrowgate.observation.Scanner.Finding;

/**
 * Runs after every other test, and looks through the logs, metrics and spans of all their applications for the people
 * that were sent to them or answered by them; and of one more, the packaged one, which meets canaries at every way in.
 * The same search is pointed at what was sent and answered, where it has to find every one of them.
 */
class NothingPersonalIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Canaries canaries;
    private static Set<String> ordinary;

    @BeforeAll
    static void letTheCanariesFly() throws Exception {
        ordinary = OrdinaryWords.read();
        canaries = Canaries.fly(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (canaries != null) {
            canaries.close();
        }
    }

    @Test
    void nobodyOfTheSuitesTrafficIsObserved() throws IOException {
        // Given
        var details = details();
        var scanner = new Scanner(details, ordinary);
        // Then
        assertThat(details).extracting(Detail::kind).contains(Kind.values());
        assertThat(observed("logs", scanner)).isEmpty();
        assertThat(observed("metrics", scanner)).isEmpty();
        assertThat(observed("spans", scanner)).isEmpty();
    }

    @Test
    void noCanaryIsObserved() throws IOException {
        // Given
        var scanner = new Scanner(Canaries.ALL, ordinary);
        // Then
        assertThat(observed("logs", scanner)).isEmpty();
        assertThat(observed("metrics", scanner)).isEmpty();
        assertThat(observed("spans", scanner)).isEmpty();
        assertThat(scanner.findings(String.join("\n", canaries.log()))).isEmpty();
    }

    @Test
    void noTraceOfACallersIsContinued() throws IOException {
        assertThat(Stream.of("logs", "metrics", "spans").map(NothingPersonalIT::text))
                .noneMatch(text -> text.contains(Canaries.TRACE_ID));
    }

    @Test
    void theSameSearchFindsEverybodyInTheTraffic() throws IOException {
        // Given
        var details = details();
        // When
        var found = found(new Scanner(details, ordinary), traffic());
        // Then
        assertThat(found).containsExactlyInAnyOrderElementsOf(details);
    }

    @Test
    void theSameSearchFindsEveryCanaryOfTheRegistryInTheAnswersAndEveryOtherInWhatWasSent() throws IOException {
        // Given
        var scanner = new Scanner(Canaries.ALL, ordinary);
        // When
        var answered = found(
                scanner, exchanges().map(exchange -> exchange.get("answered").asText()));
        var everywhere = found(scanner, traffic());
        // Then
        assertThat(answered).containsAll(Canaries.HELD);
        assertThat(everywhere).containsExactlyInAnyOrderElementsOf(Canaries.ALL);
    }

    @Test
    void everyPlaceWasLookedAt() throws IOException {
        assertThat(text("logs")).contains("requestTrace: ANSWERED", "requestTrace: INTERNAL_ERROR");
        assertThat(text("metrics")).contains("narrowgate_requests_total{agency=\"court-service\"");
        assertThat(text("spans"))
                .contains("operation", "caller", "decision", "search", "read", "append", "requestTrace");
    }

    @Test
    void everyLineIsJsonWithTheSameKeys() throws IOException {
        // When
        var lines = canaries.log().stream().map(NothingPersonalIT::json).toList();
        // Then
        assertThat(lines.stream()
                        .filter(line -> line.get("loggerName").asText().equals("org.narrowgate.operation"))
                        .filter(line -> line.at("/mdc/request").asText().equals(Canaries.REQUEST_ID)))
                .singleElement()
                .satisfies(line -> {
                    var keys = new ArrayList<String>();
                    line.get("mdc").fieldNames().forEachRemaining(keys::add);
                    assertThat(keys)
                            .containsExactlyInAnyOrder(
                                    "request",
                                    "correlation",
                                    "agency",
                                    "purpose",
                                    "policyVersion",
                                    "operation",
                                    "outcome",
                                    "milliseconds",
                                    "traceId",
                                    "spanId",
                                    "sampled");
                    assertThat(line.at("/mdc/agency").asText()).isEqualTo("court-service");
                    assertThat(line.at("/mdc/purpose").asText()).isEqualTo("court-order");
                    assertThat(line.at("/mdc/policyVersion").asText()).isEqualTo("1");
                    assertThat(line.at("/mdc/outcome").asText()).isEqualTo("ANSWERED");
                    assertThat(line.at("/mdc/correlation").asText()).isEqualTo(Canaries.CORRELATION_ID);
                });
    }

    private static Set<Detail> details() throws IOException {
        var details = new Details();
        exchanges().forEach(exchange -> {
            details.with(exchange.get("sent").asText())
                    .with(exchange.get("answered").asText());
            exchange.get("form")
                    .properties()
                    .forEach(field ->
                            details.with(field.getKey(), field.getValue().asText()));
        });
        return details.all();
    }

    private static Stream<JsonNode> exchanges() throws IOException {
        var lines = new ArrayList<String>();
        for (var file : Observed.files("traffic")) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines.stream().map(NothingPersonalIT::json);
    }

    // Read as it was before it was written as JSON, so that nothing is found only because of how it is kept.
    private static Stream<String> traffic() throws IOException {
        return exchanges()
                .map(exchange -> Stream.of("uri", "sent", "answered")
                                .map(part -> exchange.get(part).asText())
                                .collect(joining("\n"))
                        + "\n" + exchange.get("form") + "\n" + exchange.get("sentHeaders") + "\n"
                        + exchange.get("answeredHeaders"));
    }

    private static Set<Detail> found(Scanner scanner, Stream<String> texts) {
        return texts.flatMap(text -> scanner.findings(text).stream())
                .map(Finding::detail)
                .collect(toUnmodifiableSet());
    }

    private static List<Finding> observed(String kind, Scanner scanner) {
        return Observed.files(kind).stream()
                .flatMap(file -> scanner.findings(read(file)).stream())
                .distinct()
                .limit(50)
                .toList();
    }

    private static String text(String kind) {
        return Observed.files(kind).stream().map(NothingPersonalIT::read).collect(joining("\n"));
    }

    private static String read(Path file) {
        try {
            return file.toString().endsWith(".pb")
                    ? ExportedSpans.text(Files.readAllBytes(file))
                    : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
