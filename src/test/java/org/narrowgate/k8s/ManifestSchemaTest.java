package org.narrowgate.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestSchemaTest {
    // Below these anything may stand: names and values of one's own.
    private static final List<String> FREE = List.of(
            "labels",
            "annotations",
            "matchLabels",
            "data",
            "stringData",
            "requests",
            "limits",
            "parameters",
            "nodeSelector");

    static List<String> overlays() {
        return Overlay.all();
    }

    static Stream<Manifest> oneOfEachKind() {
        Map<String, Manifest> kinds = Overlay.everything()
                .collect(Collectors.toMap(
                        manifest -> manifest.apiVersion() + " " + manifest.kind(),
                        manifest -> manifest,
                        (first, second) -> second.json().toString().length()
                                        > first.json().toString().length()
                                ? second
                                : first,
                        TreeMap::new));
        return kinds.values().stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsWhatItsSchemaSays(String overlay) {
        // When
        Map<String, List<String>> faults = Overlay.of(overlay).stream()
                .filter(manifest -> !ObjectSchemas.faultsOf(manifest).isEmpty())
                .collect(Collectors.toMap(Manifest::toString, ObjectSchemas::faultsOf));
        // Then
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void aFieldThatItDoesNotKnowIsAFaultWhereverItStands(Manifest manifest) {
        // Given
        var places = placesOf(manifest.json(), "")
                // A Service's, unlike others', is labels and nothing else.
                .filter(place -> !(manifest.kind().equals("Service") && place.equals("/spec/selector")))
                .toList();
        // When
        var taken = places.stream()
                .filter(place ->
                        ObjectSchemas.faultsOf(misspelt(manifest, place)).isEmpty());
        // Then
        assertThat(places).isNotEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void whatAnOperatorAppliesByHandIsWhatItsSchemaSays() {
        assertThat(Overlay.tools())
                .isNotEmpty()
                .allSatisfy(
                        manifest -> assertThat(ObjectSchemas.faultsOf(manifest)).isEmpty());
    }

    @Test
    void aMisspeltFieldIsNamed() {
        // Given
        var deployment = manifest("Deployment", "narrowgate");
        var container = (ObjectNode) deployment.json().at("/spec/template/spec/containers/0");
        container.set("readinesProbe", container.remove("readinessProbe"));
        // When
        var faults = ObjectSchemas.faultsOf(deployment);
        // Then
        assertThat(faults).singleElement().asString().contains("readinesProbe");
    }

    @Test
    void whatIsNeededAndMissingIsAFault() {
        // Given
        var autoscaler = manifest("HorizontalPodAutoscaler", "narrowgate");
        ((ObjectNode) autoscaler.json().path("spec")).remove("maxReplicas");
        // When
        var faults = ObjectSchemas.faultsOf(autoscaler);
        // Then
        assertThat(faults).singleElement().asString().contains("maxReplicas");
    }

    @Test
    void aNumberWhereATextBelongsIsAFault() {
        // Given
        var deployment = manifest("Deployment", "narrowgate");
        ((ObjectNode) deployment.json().at("/spec/template/spec/containers/0/env/0")).remove("valueFrom");
        ((ObjectNode) deployment.json().at("/spec/template/spec/containers/0/env/0")).set("value", IntNode.valueOf(16));
        // When
        var faults = ObjectSchemas.faultsOf(deployment);
        // Then
        assertThat(faults).singleElement().asString().contains("STRING");
    }

    @Test
    void aKindThatThereIsNotIsAFault() {
        // Given
        var deployment = manifest("Deployment", "narrowgate");
        ((ObjectNode) deployment.json()).put("apiVersion", "extensions/v1");
        // When
        var faults = ObjectSchemas.faultsOf(deployment);
        // Then
        assertThat(faults).containsExactly("no such kind: extensions/v1 Deployment");
    }

    @Test
    void aDatabaseMadeAnewFromItsBackupsIsWhatItsSchemaSays() {
        // When
        var cluster = Overlay.render(Path.of("src", "test", "resources", "k8s", "restoring")).stream()
                .filter(manifest -> manifest.is("Cluster", "narrowgate-database"))
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(ObjectSchemas.faultsOf(cluster)).isEmpty();
        assertThat(cluster.json().at("/spec/bootstrap").properties())
                .singleElement()
                .satisfies(bootstrap -> assertThat(bootstrap.getKey()).isEqualTo("recovery"));
    }

    private static Manifest manifest(String kind, String name) {
        return Overlay.of("production").stream()
                .filter(manifest -> manifest.is(kind, name))
                .findFirst()
                .map(manifest -> new Manifest(manifest.json().deepCopy()))
                .orElseThrow();
    }

    private static Manifest misspelt(Manifest manifest, String place) {
        var copy = manifest.json().deepCopy();
        ((ObjectNode) copy.at(place)).put("spellling", "x");
        return new Manifest(copy);
    }

    /** Every object in it whose fields are given, as JSON pointers. */
    private static Stream<String> placesOf(JsonNode json, String place) {
        if (json.isArray()) {
            return Stream.iterate(0, i -> i < json.size(), i -> i + 1)
                    .flatMap(i -> placesOf(json.path(i), place + "/" + i));
        }
        if (!json.isObject()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(place),
                json.properties().stream()
                        .filter(field -> !FREE.contains(field.getKey()))
                        .flatMap(field -> placesOf(
                                field.getValue(), place + "/" + field.getKey().replace("/", "~1"))));
    }
}
