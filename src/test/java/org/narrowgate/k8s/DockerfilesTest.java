package org.narrowgate.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.cli.CommandsWithoutApplication;

/** What can be known of the images without building one. */
class DockerfilesTest {
    static Stream<Dockerfile> dockerfiles() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "docker"))) {
            return files.sorted().map(Dockerfile::read).toList().stream();
        }
    }

    @Test
    void thereIsOneForTheJvmAndOneForTheExecutable() throws IOException {
        assertThat(dockerfiles().map(Dockerfile::name)).containsExactly("Dockerfile.jvm", "Dockerfile.native-micro");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runAsTheUserThatKubernetesIsTold(Dockerfile dockerfile) {
        // Given
        var told = Overlay.everything()
                .flatMap(manifest -> manifest.pod().stream())
                .map(pod -> pod.path("spec"))
                .filter(pod -> Manifest.items(pod.path("containers"))
                        .anyMatch(container -> container.path("image").asText().matches("(.*/)?narrowgate[:@].*")))
                .map(pod -> pod.at("/securityContext/runAsUser").asText() + ":"
                        + pod.at("/securityContext/runAsGroup").asText());
        // When
        var user = dockerfile.only("USER");
        // Then
        assertThat(user).matches("[1-9]\\d+:[1-9]\\d+");
        assertThat(told.distinct()).containsExactly(user);
        // Nothing after it is done as root.
        assertThat(dockerfile.instructions().dropWhile(line -> !line.startsWith("USER ")))
                .noneMatch(line -> line.startsWith("COPY ") || line.startsWith("RUN "));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void copyWhatIgnoringLetsThroughAndOthersMayOnlyRead(Dockerfile dockerfile) {
        // Given
        var ignore = Dockerignore.read();
        // When
        var copies = dockerfile.all("COPY");
        // Then
        assertThat(copies).isNotEmpty().allSatisfy(copy -> {
            assertThat(copy).matches("--chmod=0[45][45][45] \\S+ \\S+");
            assertThat(ignore.letsThrough(copy.split(" ")[1].replace("*", "narrowgate-0.1.0")))
                    .isTrue();
        });
        assertThat(copies).anyMatch(copy -> copy.contains("target/narrowgate.cdx.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "pom.xml",
                "src/main/resources/application.properties",
                "k8s/overlays/dev/development-log.key",
                "target/classes/org/narrowgate/dev/DevelopmentServices.class",
                "target/development/log.key",
                "target/quarkus-app/quarkus-app-dependencies.txt"
            })
    void nothingElseReachesABuilder(String path) {
        assertThat(Dockerignore.read().letsThrough(path)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void sayWhatTheyAre(Dockerfile dockerfile) {
        assertThat(dockerfile.only("LABEL").split(" (?=org\\.)"))
                .extracting(label -> label.substring(0, label.indexOf('=')))
                .containsExactly(
                        "org.opencontainers.image.title",
                        "org.opencontainers.image.description",
                        "org.opencontainers.image.licenses",
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.revision");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void serveAndAskWhetherItLivesByACommandOfOurs(Dockerfile dockerfile) throws JsonProcessingException {
        // Given
        var health = dockerfile.only("HEALTHCHECK");
        var entry = words(dockerfile.only("ENTRYPOINT"));
        // When
        var asked = words(health.substring(health.indexOf('[')));
        // Then
        assertThat(words(dockerfile.only("CMD"))).containsExactly("serve");
        assertThat(asked.getFirst()).isEqualTo(entry.getFirst());
        assertThat(asked.get(asked.size() - 2)).isEqualTo(entry.getLast());
        // That it is a command at all; without a replica beside it, it does not live.
        assertThat(asked.getLast()).isEqualTo("health");
        assertThat(CommandsWithoutApplication.run(silent(), silent(), "health", "--help"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void openThePortsThatKubernetesIsTold(Dockerfile dockerfile) {
        // Given
        var told = Overlay.of("production").stream()
                .filter(manifest -> manifest.is("Deployment", "narrowgate"))
                .flatMap(manifest -> Manifest.items(manifest.json().at("/spec/template/spec/containers/0/ports")))
                .map(port -> port.path("containerPort").asText());
        // When
        var opened = Arrays.stream(dockerfile.only("EXPOSE").split(" "));
        // Then
        assertThat(opened).containsExactlyElementsOf(told.toList());
    }

    private static List<String> words(String json) throws JsonProcessingException {
        return List.of(new ObjectMapper().readValue(json, String[].class));
    }

    private static PrintWriter silent() {
        return new PrintWriter(new StringWriter());
    }

    /** Its instructions, one a line, without comments. */
    record Dockerfile(String name, String text) {
        static Dockerfile read(Path file) {
            try {
                var text =
                        Files.readString(file).replaceAll("(?m)^\\s*#.*\\n", "").replaceAll("\\s*\\\\\\n\\s*", " ");
                return new Dockerfile(String.valueOf(file.getFileName()), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Stream<String> instructions() {
            return text.lines().filter(line -> !line.isBlank());
        }

        List<String> all(String instruction) {
            return instructions()
                    .filter(line -> line.startsWith(instruction + " "))
                    .map(line -> line.substring(instruction.length() + 1))
                    .toList();
        }

        String only(String instruction) {
            assertThat(all(instruction)).as(instruction).hasSize(1);
            return all(instruction).getFirst();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
