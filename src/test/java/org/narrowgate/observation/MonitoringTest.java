package org.narrowgate.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.observation.Monitoring.Selector;

class MonitoringTest {
    private static final Path TESTS = Path.of("src", "test", "resources", "monitoring", "rules-test.yaml");

    @TempDir
    Path folder;

    @Test
    void everyAlertSaysHowBadItIsWhatItIsAndWhatToDo() throws IOException {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).endsWith(".");
            assertThat(alert.at("/annotations/runbook").asText()).endsWith(".");
        });
    }

    @Test
    void everyAlertFiresInTheTestOfTheRules() throws IOException {
        // Given
        var tests = Monitoring.YAML.readTree(TESTS.toFile());
        // When
        var firing = StreamSupport.stream(tests.get("tests").spliterator(), false)
                .flatMap(
                        test -> StreamSupport.stream(test.get("alert_rule_test").spliterator(), false))
                .filter(expected -> expected.has("exp_alerts"))
                .map(expected -> expected.get("alertname").asText())
                .toList();
        // Then
        assertThat(firing)
                .containsAll(alerts().stream()
                        .map(alert -> alert.get("alert").asText())
                        .toList());
    }

    @Test
    void theRulesFireOnMadeUpSeriesAndNotBefore() throws IOException, InterruptedException {
        assumeTrue(isThere("promtool"), "promtool is not here: apt-get install prometheus");
        // Given
        Monitoring.YAML.writeValue(folder.resolve("rules.yaml").toFile(), Monitoring.specification());
        Files.copy(TESTS, folder.resolve("rules-test.yaml"));
        // When
        var promtool = new ProcessBuilder("promtool", "test", "rules", "rules-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        // Then
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void readsWhatAnExpressionNames() {
        assertThat(Monitoring.selectors("sum by (agency, le) (rate(narrowgate_a_total{outcome=~\"x|y\"}[5m] offset 1h))"
                        + " / max(narrowgate_b) or vector(0)"))
                .containsExactly(
                        new Selector(
                                "narrowgate_a_total",
                                Set.of("agency", "le", "outcome"),
                                Map.of("outcome", List.of("x", "y"))),
                        new Selector("narrowgate_b", Set.of("agency", "le"), Map.of()));
    }

    private static List<JsonNode> alerts() throws IOException {
        return Monitoring.specification().findValues("rules").stream()
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .toList();
    }

    private static boolean isThere(String command) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
