package org.narrowgate.k8s;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.narrowgate.Readme;

/** Holds what the README says of Kubernetes to what is in {@code k8s/}. */
class ReadmeKubernetesTest {
    private static final Pattern OBJECT = Pattern.compile(
            "(?<=[ =])(deployment|service|cluster|job|cronjob|externalsecret|pod)/([a-z][a-z-]*[a-z](?:-1)?)\\b");
    private static final Pattern MADE = Pattern.compile("create job --from=\\S+ (\\S+)");

    @Test
    void everyObjectItNamesIsThereOrIsMadeByACommandBefore() {
        // Given
        var there = Overlay.everything()
                .map(manifest -> manifest.kind().toLowerCase(Locale.ROOT) + "/" + manifest.name())
                .collect(toUnmodifiableSet());
        var made = commands()
                .flatMap(command -> MADE.matcher(command).results())
                .map(found -> "job/" + found.group(1))
                .collect(toUnmodifiableSet());
        // When
        var named = commands()
                .flatMap(command -> OBJECT.matcher(command).results())
                .map(found -> found.group(1) + "/" + found.group(2));
        // Then
        assertThat(named.filter(object -> !made.contains(object)).distinct())
                .contains("deployment/narrowgate", "job/narrowgate-migrate")
                .isSubsetOf(there);
    }

    @Test
    void everyFolderAndFileItAppliesOrBuildsFromIsThere() {
        // When
        var places = commands()
                .map(command -> Arrays.asList(command.split(" ")))
                .flatMap(words -> Stream.of("-k", "-f")
                        .filter(words::contains)
                        .map(option -> words.get(words.indexOf(option) + 1)));
        // Then
        assertThat(places.distinct())
                .contains("k8s/overlays/production", "src/main/docker/Dockerfile.jvm")
                .allSatisfy(place -> assertThat(Path.of(place)).exists());
    }

    @Test
    void everyAlertHasALineThatSaysWhatToDo() {
        // Given
        var alerts = Overlay.of("production").stream()
                .filter(manifest -> manifest.kind().equals("PrometheusRule"))
                .flatMap(manifest -> manifest.json().findValuesAsText("alert").stream());
        // When
        var lines = Readme.table("alert").stream()
                .flatMap(row -> Arrays.stream(row.getFirst().split(", ")))
                .map(alert -> alert.replace("`", ""));
        // Then
        assertThat(lines).containsExactlyInAnyOrderElementsOf(alerts.toList());
    }

    @Test
    void everySecretOfTheStoreIsListed() {
        // Given
        Set<String> secrets = Overlay.of("production").stream()
                .filter(manifest -> manifest.kind().equals("ExternalSecret"))
                .map(Manifest::name)
                .collect(Collectors.toSet());
        // When
        var listed = Readme.table("in the store, under `narrowgate/`").stream()
                .flatMap(row -> Arrays.stream(row.getFirst().split(", ")))
                .map(name -> name.replace("`", ""));
        // Then
        assertThat(listed).containsExactlyInAnyOrderElementsOf(secrets);
    }

    private static Stream<String> commands() {
        var shown = Readme.commands().stream();
        var inLine = Readme.quoted(Readme.text()).stream();
        return Stream.concat(shown, inLine)
                .filter(command -> List.of("kubectl", "docker").contains(command.split(" ")[0]));
    }
}
