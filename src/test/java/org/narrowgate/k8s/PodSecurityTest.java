package org.narrowgate.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of Kubernetes' restricted pod security standard, and ours above it. */
class PodSecurityTest {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final List<String> OF_THE_HOST = List.of("hostNetwork", "hostPID", "hostIPC");

    static Stream<Manifest> podsOfEveryOverlay() {
        return Overlay.everything().filter(manifest -> manifest.pod().isPresent());
    }

    @ParameterizedTest
    @MethodSource("podsOfEveryOverlay")
    void everyPodKeepsTheRestrictedRules(Manifest manifest) {
        assertThat(faultsOf(manifest)).isEmpty();
    }

    @Test
    void thereArePodsOfEveryKindAmongThem() {
        assertThat(podsOfEveryOverlay().map(Manifest::kind).distinct())
                .containsExactlyInAnyOrder("Deployment", "StatefulSet", "Job", "CronJob", "Pod");
    }

    @Test
    void whatIsAllowedTooMuchIsFound() {
        // Given
        var manifest = new Manifest(podsOfEveryOverlay()
                .filter(pod -> pod.is("Deployment", "narrowgate"))
                .findFirst()
                .orElseThrow()
                .json()
                .deepCopy());
        var spec = (ObjectNode) manifest.pod().orElseThrow().path("spec");
        spec.put("hostNetwork", true);
        spec.remove("securityContext");
        spec.remove("automountServiceAccountToken");
        spec.remove("enableServiceLinks");
        var container = (ObjectNode) spec.path("containers").path(0);
        container.remove("securityContext");
        container.withObject("/securityContext").put("privileged", true).put("runAsUser", 0);
        ((ObjectNode) container.path("resources")).remove("limits");
        spec.withArray("volumes").addObject().put("name", "host").putObject("hostPath");
        // When
        var faults = faultsOf(manifest);
        // Then
        assertThat(faults)
                .containsExactly(
                        "hostNetwork",
                        "a token of Kubernetes",
                        "links to services in its environment",
                        "not runAsNonRoot",
                        "no fixed user",
                        "no seccomp profile",
                        "a volume of the host or unknown: host",
                        "gateway: privileged",
                        "gateway: runs as root",
                        "gateway: may gain privileges",
                        "gateway: keeps capabilities",
                        "gateway: writes where it likes",
                        "gateway: no limit of memory");
    }

    private static List<String> faultsOf(Manifest manifest) {
        var pod = manifest.pod().orElseThrow().path("spec");
        return Stream.concat(ofPod(pod), manifest.containers().flatMap(PodSecurityTest::ofContainer))
                .toList();
    }

    private static Stream<String> ofPod(JsonNode pod) {
        var security = pod.path("securityContext");
        var rules = Stream.of(
                fault("a token of Kubernetes", !isFalse(pod, "automountServiceAccountToken")),
                fault("links to services in its environment", !isFalse(pod, "enableServiceLinks")),
                fault("not runAsNonRoot", !isTrue(security, "runAsNonRoot")),
                fault("no fixed user", security.path("runAsUser").asInt() < 1),
                fault(
                        "no seccomp profile",
                        !security.path("seccompProfile").path("type").asText().equals("RuntimeDefault")));
        var volumes = Manifest.items(pod.path("volumes"))
                .filter(volume -> volume.properties().stream().noneMatch(field -> VOLUMES.contains(field.getKey())))
                .map(volume -> "a volume of the host or unknown: "
                        + volume.path("name").asText());
        return Stream.of(OF_THE_HOST.stream().filter(pod::has), rules.flatMap(fault -> fault), volumes)
                .flatMap(faults -> faults);
    }

    private static Stream<String> ofContainer(JsonNode container) {
        var security = container.path("securityContext");
        var capabilities = security.path("capabilities");
        return Stream.of(
                        fault("privileged", security.has("privileged")),
                        fault("runs as root", security.path("runAsUser").asInt(1) == 0 || security.has("runAsNonRoot")),
                        fault("may gain privileges", !isFalse(security, "allowPrivilegeEscalation")),
                        fault(
                                "keeps capabilities",
                                !capabilities.path("drop").toString().equals("[\"ALL\"]") || capabilities.has("add")),
                        fault("writes where it likes", !isTrue(security, "readOnlyRootFilesystem")),
                        fault("its own seccomp profile", security.has("seccompProfile")),
                        fault("ports of the host", container.path("ports").findValue("hostPort") != null),
                        fault(
                                "no limit of memory",
                                !container.at("/resources/limits").has("memory")),
                        fault(
                                "asks for nothing",
                                container.at("/resources/requests").size() != 2))
                .flatMap(fault -> fault)
                .map(fault -> container.path("name").asText() + ": " + fault);
    }

    private static Stream<String> fault(String name, boolean there) {
        return there ? Stream.of(name) : Stream.empty();
    }

    private static boolean isTrue(JsonNode json, String field) {
        return json.path(field).asText().equals("true");
    }

    private static boolean isFalse(JsonNode json, String field) {
        return json.path(field).asText().equals("false");
    }
}
