package org.narrowgate.cli;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.Readme;
import picocli.CommandLine;

class ReadmeCommandsTest {
    private static final String PROGRAM = "java -jar target/quarkus-app/quarkus-run.jar ";

    static Stream<String> commands() {
        return Readme.commands().stream()
                .filter(command -> command.startsWith(PROGRAM))
                .map(command -> command.substring(PROGRAM.length()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatTheReadmeTypesIsUnderstood(String command) {
        assertThatCode(() -> commandLine().parseArgs(command.split(" "))).doesNotThrowAnyException();
    }

    @Test
    void theReadmeShowsEverySubCommand() {
        // When
        var shown = commands().map(command -> Arrays.asList(command.split(" ")).getFirst());
        // Then
        assertThat(shown.distinct())
                .containsExactlyInAnyOrderElementsOf(
                        commandLine().getSubcommands().keySet());
    }

    @Test
    void theReadmeNamesOnlyOptionsThereAre() {
        // Given
        var options = commandLine().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(toUnmodifiableSet());
        // When
        List<String> named = Pattern.compile("(?<=[ `])--[a-z-]+")
                .matcher(withoutThatOfOthers(Readme.text()))
                .results()
                .map(found -> found.group())
                .toList();
        // Then
        assertThat(named).isNotEmpty().isSubsetOf(options);
    }

    // curl, kubectl and docker have options of their own.
    private static String withoutThatOfOthers(String readme) {
        return Readme.blocks("sh").stream()
                .filter(block -> block.contains("curl ") || block.contains("kubectl ") || block.contains("docker "))
                .reduce(readme, (left, block) -> left.replace(block, ""))
                .replaceAll("`kubectl [^`]*`", "");
    }

    private static CommandLine commandLine() {
        // Parsing asks for nothing that only the application has.
        return Narrowgate.commandLine(new Application() {});
    }
}
