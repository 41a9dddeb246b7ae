package org.narrowgate.k8s;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object as it would be applied. */
record Manifest(JsonNode json) {
    Manifest {
        requireNonNull(json);
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    /** Empty for the core of Kubernetes. */
    String group() {
        return apiVersion().substring(0, Math.max(0, apiVersion().indexOf('/')));
    }

    String version() {
        return apiVersion().substring(apiVersion().indexOf('/') + 1);
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.path("metadata").path("name").asText();
    }

    boolean is(String kind, String name) {
        return kind().equals(kind) && name().equals(name);
    }

    /** The pods it makes, of whatever kind it is; not those that an operator makes of it. */
    Optional<JsonNode> pod() {
        var pods =
                kind().equals("Pod") ? Stream.of("") : Stream.of("/spec/template", "/spec/jobTemplate/spec/template");
        return pods.map(json::at).filter(template -> template.has("spec")).findFirst();
    }

    /** All containers of its pods, those that run first among them. */
    Stream<JsonNode> containers() {
        return pod().stream()
                .map(pod -> pod.path("spec"))
                .flatMap(spec -> Stream.of("initContainers", "containers", "ephemeralContainers")
                        .flatMap(kind -> items(spec.path(kind))));
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
