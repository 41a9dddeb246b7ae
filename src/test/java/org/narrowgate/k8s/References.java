package org.narrowgate.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the objects of an overlay need of each other, and what they give, as `Kind/name` or `Kind/name#key`. */
final class References {
    private static final Pattern HOST = Pattern.compile("//([a-z][a-z-]*):(\\d+)");

    private References() {}

    static Stream<String> givenBy(Manifest manifest) {
        var name = manifest.name();
        return switch (manifest.kind()) {
            case "ConfigMap", "Secret" ->
                manifest.json().path("data").properties().stream()
                        .map(field -> manifest + "#" + field.getKey())
                        .flatMap(key -> Stream.of(manifest.toString(), key));
            case "ExternalSecret" ->
                items(manifest, "/spec/data")
                        .map(data ->
                                "Secret/" + name + "#" + data.path("secretKey").asText())
                        .flatMap(key -> Stream.of("Secret/" + name, key));
            case "Service" ->
                items(manifest, "/spec/ports")
                        .flatMap(port -> Stream.of("port", "name")
                                .map(key -> manifest + "#" + port.path(key).asText()));
            // Its operator makes these.
            case "Cluster" ->
                Stream.concat(
                        Stream.of(manifest.toString(), "Secret/" + name + "-ca", "Secret/" + name + "-ca#ca.crt"),
                        Stream.of("-rw", "-ro", "-r").map(service -> "Service/" + name + service + "#5432"));
            default -> Stream.of(manifest.toString());
        };
    }

    static Stream<String> neededBy(Manifest manifest) {
        return Stream.of(
                        manifest.pod().stream().flatMap(pod -> ofPod(pod.path("spec"))),
                        manifest.containers().flatMap(References::ofContainer),
                        ofKind(manifest))
                .flatMap(needed -> needed);
    }

    private static Stream<String> ofPod(JsonNode pod) {
        var account = pod.has("serviceAccountName")
                ? Stream.of("ServiceAccount/" + pod.path("serviceAccountName").asText())
                : Stream.<String>empty();
        return Stream.concat(account, Manifest.items(pod.path("volumes")).flatMap(References::ofVolume));
    }

    private static Stream<String> ofVolume(JsonNode volume) {
        return Stream.of(
                        keys("Secret/" + volume.at("/secret/secretName").asText(), volume.at("/secret/items")),
                        keys("ConfigMap/" + volume.at("/configMap/name").asText(), volume.at("/configMap/items")),
                        Stream.of("PersistentVolumeClaim/"
                                + volume.at("/persistentVolumeClaim/claimName").asText()))
                .flatMap(needed -> needed)
                .filter(needed -> !needed.endsWith("/"));
    }

    private static Stream<String> keys(String whole, JsonNode items) {
        return Stream.concat(
                Stream.of(whole),
                Manifest.items(items).map(item -> whole + "#" + item.path("key").asText()));
    }

    private static Stream<String> ofContainer(JsonNode container) {
        var variables = Manifest.items(container.path("env")).map(variable -> variable.path("valueFrom"));
        var all = Manifest.items(container.path("envFrom"))
                .map(from -> "ConfigMap/" + from.at("/configMapRef/name").asText());
        return Stream.concat(
                all,
                variables.flatMap(from -> Stream.of(
                                key("Secret", from.path("secretKeyRef")),
                                key("ConfigMap", from.path("configMapKeyRef")))
                        .flatMap(needed -> needed)));
    }

    private static Stream<String> key(String kind, JsonNode reference) {
        return reference.isMissingNode()
                ? Stream.empty()
                : Stream.of(kind + "/" + reference.path("name").asText() + "#"
                        + reference.path("key").asText());
    }

    private static Stream<String> ofKind(Manifest manifest) {
        return switch (manifest.kind()) {
            case "ConfigMap" ->
                manifest.json().path("data").properties().stream()
                        .filter(field -> !field.getKey().contains("."))
                        .flatMap(
                                field -> HOST.matcher(field.getValue().asText()).results())
                        .filter(Predicate.not(host -> host.group(1).equals("localhost")))
                        .map(host -> "Service/" + host.group(1) + "#" + host.group(2));
            case "HorizontalPodAutoscaler" ->
                Stream.of(text(manifest, "/spec/scaleTargetRef/kind") + "/"
                        + text(manifest, "/spec/scaleTargetRef/name"));
            case "HTTPRoute" -> ofRoute(manifest);
            case "Gateway" ->
                items(manifest, "/spec/listeners")
                        .flatMap(listener -> Manifest.items(listener.at("/tls/certificateRefs")))
                        .map(certificate -> "Secret/" + certificate.path("name").asText());
            case "Cluster" -> ofCluster(manifest);
            case "ScheduledBackup" -> Stream.of("Cluster/" + text(manifest, "/spec/cluster/name"));
            case "ObjectStore" ->
                manifest.json().at("/spec/configuration/s3Credentials").properties().stream()
                        .flatMap(credential -> key("Secret", credential.getValue()));
            case "ExternalSecret" ->
                Stream.of(text(manifest, "/spec/secretStoreRef/kind") + "/"
                        + text(manifest, "/spec/secretStoreRef/name"));
            default -> Stream.empty();
        };
    }

    private static Stream<String> ofRoute(Manifest route) {
        return Stream.concat(
                items(route, "/spec/parentRefs")
                        .map(parent -> "Gateway/" + parent.path("name").asText()),
                items(route, "/spec/rules")
                        .flatMap(rule -> Manifest.items(rule.path("backendRefs")))
                        .map(service -> "Service/" + service.path("name").asText() + "#"
                                + service.path("port").asText()));
    }

    private static Stream<String> ofCluster(Manifest cluster) {
        var roles = items(cluster, "/spec/managed/roles").map(role -> role.at("/passwordSecret/name"));
        var owner = Stream.of(cluster.json().at("/spec/bootstrap/initdb/secret/name"));
        var secrets = Stream.concat(roles, owner)
                .map(JsonNode::asText)
                // A role that nobody logs in as has no password.
                .filter(Predicate.not(String::isEmpty))
                .flatMap(secret -> List.of("username", "password").stream().map(key -> "Secret/" + secret + "#" + key));
        return Stream.concat(
                secrets,
                items(cluster, "/spec/plugins")
                        .map(plugin -> "ObjectStore/"
                                + plugin.at("/parameters/barmanObjectName").asText()));
    }

    private static Stream<JsonNode> items(Manifest manifest, String place) {
        return Manifest.items(manifest.json().at(place));
    }

    private static String text(Manifest manifest, String place) {
        return manifest.json().at(place).asText();
    }
}
