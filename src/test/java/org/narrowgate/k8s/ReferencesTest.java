package org.narrowgate.k8s;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {
    // What an installation has that no overlay brings: certificates by cert-manager, the store of secrets.
    private static final Map<String, Set<String>> FROM_OUTSIDE = Map.of(
            "dev", Set.of(),
            "production",
                    Set.of("Secret/narrowgate-tls", "Secret/identity-tls", "ClusterSecretStore/registry-secrets"));

    static List<String> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatIsNeededIsThereOrComesFromOutside(String overlay) {
        // Given
        var given = Overlay.of(overlay).stream()
                .flatMap(References::givenBy)
                .collect(Collectors.toCollection(HashSet::new));
        // When
        var missing = Overlay.of(overlay).stream()
                .flatMap(References::neededBy)
                .filter(needed -> !given.contains(needed))
                .collect(toUnmodifiableSet());
        // Then
        assertThat(missing).isEqualTo(FROM_OUTSIDE.get(overlay));
    }

    @Test
    void whatAnOperatorAppliesByHandFitsProduction() {
        // Given
        var given =
                Overlay.of("production").stream().flatMap(References::givenBy).collect(toUnmodifiableSet());
        // When
        var needed = Overlay.tools().stream().flatMap(References::neededBy);
        // Then
        assertThat(needed).isNotEmpty().isSubsetOf(given);
        assertThat(Overlay.tools())
                .allSatisfy(manifest -> assertThat(
                                manifest.json().at("/metadata/namespace").asText())
                        .isEqualTo("narrowgate"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySettingsFileAndSecretOfAnOverlayIsUsed(String overlay) {
        // Given
        var needed = Overlay.of(overlay).stream().flatMap(References::neededBy).collect(toUnmodifiableSet());
        // When
        var unused = Overlay.of(overlay).stream()
                .filter(manifest ->
                        List.of("ConfigMap", "Secret", "ExternalSecret").contains(manifest.kind()))
                .filter(manifest -> !manifest.json().at("/metadata/labels").has("grafana_dashboard"))
                .filter(manifest -> needed.stream()
                        .noneMatch(name -> References.givenBy(manifest).anyMatch(name::equals)));
        // Then
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorSelectsPodsOfTheOverlay(String overlay) {
        // Given
        var pods = podLabels(overlay).toList();
        // When
        var idle = Overlay.of(overlay).stream()
                .flatMap(manifest -> selectors(manifest)
                        .filter(selector -> pods.stream().noneMatch(labels -> matches(selector, labels)))
                        .map(selector -> manifest + ": " + selector));
        // Then
        assertThat(idle).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everythingIsInItsNamespaceUnderItsRestrictedRules(String overlay) {
        // Given
        var namespace = Overlay.of(overlay).stream()
                .filter(manifest -> manifest.kind().equals("Namespace"))
                .findFirst()
                .orElseThrow();
        // When
        var namespaces = Overlay.of(overlay).stream()
                .filter(manifest -> !manifest.kind().equals("Namespace"))
                .map(manifest -> manifest.json().at("/metadata/namespace").asText());
        // Then
        assertThat(namespaces.distinct()).containsExactly(namespace.name());
        assertThat(namespace
                        .json()
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatAMigrationNeedsIsAppliedWithItAndTheGatewayIsNot(String overlay) {
        // Given
        var before = Overlay.of(overlay).stream()
                .filter(manifest -> manifest.json()
                        .at("/metadata/labels/narrowgate.org~1step")
                        .asText()
                        .equals("before"))
                .toList();
        var given = before.stream().flatMap(References::givenBy).collect(toUnmodifiableSet());
        // When
        var needed = before.stream()
                .flatMap(References::neededBy)
                .filter(name -> !name.startsWith("ClusterSecretStore/"))
                // Of the gateway's settings, which may come before what they name.
                .filter(name -> !name.startsWith("Service/keycloak"));
        // Then
        assertThat(given).containsAll(needed.toList()).contains("Job/narrowgate-migrate");
        assertThat(before).extracting(Manifest::kind).doesNotContain("Deployment", "CronJob");
    }

    /** Labels of every pod, those that an operator makes of a database among them. */
    private static Stream<JsonNode> podLabels(String overlay) {
        return Overlay.of(overlay).stream()
                .flatMap(manifest -> Stream.concat(
                        manifest.pod().stream().map(pod -> pod.at("/metadata/labels")),
                        Stream.of(manifest.json().at("/spec/inheritedMetadata/labels"))
                                .filter(JsonNode::isObject)));
    }

    private static Stream<JsonNode> selectors(Manifest manifest) {
        var own = switch (manifest.kind()) {
            case "Service" -> Stream.of(manifest.json().at("/spec/selector"));
            case "PodDisruptionBudget", "Deployment", "StatefulSet" ->
                Stream.of(manifest.json().at("/spec/selector/matchLabels"));
            case "NetworkPolicy" ->
                Stream.concat(
                        Stream.of(manifest.json().at("/spec/podSelector/matchLabels")),
                        Stream.of("from", "to")
                                .flatMap(peer -> manifest.json().path("spec").findValues(peer).stream())
                                .flatMap(Manifest::items)
                                // Those of other namespaces are not ours to know.
                                .filter(peer -> !peer.has("namespaceSelector"))
                                .map(peer -> peer.at("/podSelector/matchLabels")));
            default -> Stream.<JsonNode>empty();
        };
        return own.filter(JsonNode::isObject);
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.properties().stream()
                .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
    }
}
