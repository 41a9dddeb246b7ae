package org.narrowgate.k8s;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.cli.CommandsWithoutApplication;
import org.narrowgate.keycloak.RealmFile;
import org.narrowgate.ledger.publication.LogKeys;

/** What the manifests set is what there is to set. */
class ManifestSettingsTest {
    static List<String> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyVariableOfOursIsASettingThatIsReadWhileItRuns(String overlay) throws IOException, ClassNotFoundException {
        // Given
        var known = KnownSettings.variables();
        // When
        var set = containersOf(overlay, "narrowgate").flatMap(container -> variables(overlay, container));
        // Then
        assertThat(set.distinct())
                .contains("QUARKUS_DATASOURCE_JDBC_URL", "NARROWGATE_LOG_SIGNING_KEYS", "QUARKUS_FLYWAY_USERNAME")
                .isSubsetOf(known);
    }

    @Test
    void aSettingThatDoesNotExistOrComesTooLateWouldBeFound() throws IOException, ClassNotFoundException {
        assertThat(KnownSettings.variables())
                .contains("QUARKUS_OIDC_CONSOLE_CREDENTIALS_SECRET", "QUARKUS_HTTP_PORT")
                // Misspelt; a client that there is not; fixed when it is built.
                .doesNotContain(
                        "QUARKUS_OIDC_CONSOLE_CREDENTIAL_SECRET",
                        "QUARKUS_OIDC_CONSOL_CREDENTIALS_SECRET",
                        "QUARKUS_MANAGEMENT_ENABLED",
                        "NARROWGATE_PORT");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyCommandIsOneOfOurs(String overlay) {
        // When
        var notUnderstood = containersOf(overlay, "narrowgate")
                .map(container -> Manifest.items(container.path("args"))
                        .map(JsonNode::asText)
                        .toArray(String[]::new))
                .filter(arguments -> !CommandsWithoutApplication.understands(arguments))
                .map(List::of);
        // Then
        assertThat(notUnderstood).isEmpty();
        assertThat(containersOf(overlay, "narrowgate"))
                .isNotEmpty()
                .allSatisfy(container -> assertThat(container.path("args")).isNotEmpty())
                .noneMatch(container -> container.has("command"));
        assertThat(CommandsWithoutApplication.understands("migrate", "--new-pseudonim-key"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void keycloakGetsTheRealmThatIsTested(String overlay) throws IOException {
        // When
        var realm = Overlay.of(overlay).stream()
                .filter(manifest -> manifest.is("ConfigMap", volumeOf(overlay)))
                .map(manifest -> manifest.json().at("/data/realm.json").textValue());
        // Then
        assertThat(realm).containsExactly(Files.readString(RealmFile.PATH));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void keycloakIsToldWhatTheRealmAsksOfItsEnvironment(String overlay) throws IOException {
        // Given
        var asked = Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(Files.readString(RealmFile.PATH))
                .results()
                .map(found -> found.group(1))
                .collect(toUnmodifiableSet());
        // When
        var set = containersOf(overlay, "keycloak")
                .filter(container -> container.path("args").path(0).asText().equals("start"))
                .flatMap(container -> variables(overlay, container));
        // Then
        assertThat(asked).isNotEmpty();
        assertThat(set.filter(name -> !name.startsWith("KC_") && !name.equals("JAVA_OPTS_KC_HEAP")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void theKeyOfTheDevelopmentOverlaySigns() {
        // When
        var keys = LogKeys.read(List.of(Path.of("k8s", "overlays", "dev", "development-log.key")), List.of());
        // Then
        assertThat(keys.needing(Optional.of(Path.of("last-checkpoint")))).isPresent();
    }

    @Test
    void noSecretIsWrittenDownOutsideDevelopment() {
        // When
        var elsewhere = Overlay.all().stream()
                .filter(overlay -> !overlay.equals("dev"))
                .flatMap(overlay -> Overlay.of(overlay).stream());
        // Then
        assertThat(elsewhere.flatMap(manifest -> secretsIn(manifest).map(secret -> manifest + ": " + secret)))
                .isEmpty();
        assertThat(Overlay.of("dev").stream().flatMap(ManifestSettingsTest::secretsIn))
                .isNotEmpty();
    }

    @Test
    void theRealmHoldsNoSecret() throws IOException {
        // When
        var realm = new ObjectMapper().readTree(RealmFile.PATH.toFile());
        // Then
        assertThat(Stream.of("secret", "credentials", "password").flatMap(name -> realm.findValues(name).stream()))
                .isEmpty();
    }

    /** A Secret with something in it, and a variable whose name says that it is one and that has its value beside it. */
    private static Stream<String> secretsIn(Manifest manifest) {
        var secretName = Pattern.compile("(?i).*(password|secret|private|token|_key|credential).*");
        var literals = Stream.concat(
                manifest.containers()
                        .flatMap(container -> Manifest.items(container.path("env")))
                        .filter(variable -> variable.has("value"))
                        .map(variable -> Map.entry(
                                variable.path("name").asText(),
                                variable.path("value").asText())),
                manifest.kind().equals("ConfigMap")
                        ? manifest.json().path("data").properties().stream()
                                .map(field -> Map.entry(
                                        field.getKey(), field.getValue().asText()))
                        : Stream.<Map.Entry<String, String>>empty());
        var kept = manifest.kind().equals("Secret")
                ? Stream.of("data", "stringData")
                        .filter(field -> manifest.json().has(field))
                : Stream.<String>empty();
        return Stream.concat(
                kept,
                literals.filter(literal -> secretName.matcher(literal.getKey()).matches())
                        // Where it is to be found is no secret.
                        .filter(literal -> !literal.getValue().startsWith("/"))
                        .map(Map.Entry::getKey));
    }

    /** The name of the volume's ConfigMap that Keycloak imports from. */
    private static String volumeOf(String overlay) {
        return Overlay.of(overlay).stream()
                .filter(manifest -> manifest.is("Deployment", "keycloak"))
                .flatMap(manifest -> Manifest.items(manifest.json().at("/spec/template/spec/volumes")))
                .filter(volume -> volume.path("name").asText().equals("realm"))
                .map(volume -> volume.at("/configMap/name").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Of this image, by the name in front of its tag. */
    private static Stream<JsonNode> containersOf(String overlay, String image) {
        return Overlay.of(overlay).stream()
                .flatMap(Manifest::containers)
                .filter(container -> container.path("image").asText().matches("(.*/)?" + image + "[:@].+"));
    }

    private static Stream<String> variables(String overlay, JsonNode container) {
        var one = Manifest.items(container.path("env"))
                .map(variable -> variable.path("name").asText());
        var all = Manifest.items(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(name -> keysOf(overlay, name).stream());
        return Stream.concat(one, all);
    }

    private static Set<String> keysOf(String overlay, String configMap) {
        return Overlay.of(overlay).stream()
                .filter(manifest -> manifest.is("ConfigMap", configMap))
                .flatMap(manifest -> manifest.json().path("data").properties().stream())
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
