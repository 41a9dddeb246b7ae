package org.narrowgate.k8s;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** Where Kubernetes and Prometheus ask is where the application answers. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ProbesTest {
    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URI management;

    @Test
    void everyProbeAsksForSomethingThatIsServedOnTheManagementPort() {
        // When
        var paths = Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> gateway().path(probe).path("httpGet"))
                .toList();
        // Then
        assertThat(paths).allSatisfy(probe -> {
            assertThat(probe.path("port").asText()).isEqualTo("management");
            assertThat(statusOf(probe.path("path").asText())).isIn(200, 503);
        });
        assertThat(paths).extracting(probe -> probe.path("path").asText()).doesNotHaveDuplicates();
        assertThat(statusOf("/q/health/nothing")).isEqualTo(404);
    }

    @Test
    void metricsAreScrapedWhereTheyAreServed() {
        // When
        var scraped = production("ServiceMonitor", "narrowgate").json().at("/spec/endpoints/0");
        // Then
        assertThat(scraped.path("port").asText()).isEqualTo("management");
        assertThat(statusOf(scraped.path("path").asText())).isEqualTo(200);
    }

    @Test
    void thePortsAreThoseTheApplicationOpens() throws NoSuchMethodException {
        // Given
        var http = byDefault(VertxHttpConfig.class);
        var management = byDefault(ManagementConfig.class);
        // When
        Map<String, Integer> ports = Manifest.items(gateway().path("ports"))
                .collect(Collectors.toMap(
                        port -> port.path("name").asText(),
                        port -> port.path("containerPort").asInt()));
        // Then
        assertThat(ports).isEqualTo(Map.of("http", http, "management", management));
        assertThat(properties()).doesNotContainKeys("quarkus.http.port", "quarkus.management.port");
    }

    @Test
    void aReplicaIsGivenTheTimeItTakesToDrain() {
        // Given
        var delay = asPackaged("quarkus.shutdown.delay");
        var timeout = asPackaged("quarkus.shutdown.timeout");
        // When
        var granted = Duration.ofSeconds(production("Deployment", "narrowgate")
                .json()
                .at("/spec/template/spec/terminationGracePeriodSeconds")
                .asInt());
        // Then
        assertThat(delay).isPositive();
        assertThat(timeout).isPositive();
        assertThat(granted)
                .isBetween(
                        delay.plus(timeout).plusSeconds(5), delay.plus(timeout).plusSeconds(30));
    }

    private int statusOf(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(requireNonNull(management).resolve(path))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int byDefault(Class<?> settings) throws NoSuchMethodException {
        return Integer.parseInt(
                settings.getMethod("port").getAnnotation(WithDefault.class).value());
    }

    /** Not as in a test, which does not wait. */
    private static Duration asPackaged(String setting) {
        return new DurationConverter().convert(properties().getProperty(setting, "0s"));
    }

    private static Properties properties() {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static JsonNode gateway() {
        return production("Deployment", "narrowgate").json().at("/spec/template/spec/containers/0");
    }

    private static Manifest production(String kind, String name) {
        return Overlay.of("production").stream()
                .filter(manifest -> manifest.is(kind, name))
                .findFirst()
                .orElseThrow();
    }
}
