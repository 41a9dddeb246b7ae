package org.narrowgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageIT {
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    @Test
    void holdsTheApplication() throws IOException {
        assertThat(entries(jars("app"), (name, content) -> name.equals("org/narrowgate/cli/Main.class")))
                .hasSize(1);
    }

    @Test
    void holdsNothingOfTheDevelopmentRoomOrTheTryIt() throws IOException {
        var found = entries(
                jars(""),
                (name, content) -> name.startsWith("org/narrowgate/dev")
                        || name.startsWith("META-INF/resources/try-it")
                        || name.startsWith("io/zonky"));
        assertThat(found).isEmpty();
    }

    @Test
    void holdsNoDevelopmentCredential() throws IOException {
        var found = entries(
                Stream.concat(jars("app"), jars("quarkus")), (name, content) -> content.contains("development-only"));
        assertThat(found).isEmpty();
    }

    private static Stream<Path> jars(String folder) throws IOException {
        try (var files = Files.walk(PACKAGE.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        }
    }

    private static List<String> entries(Stream<Path> jars, BiPredicate<String, String> wanted) throws IOException {
        var found = new ArrayList<String>();
        for (var path : jars.toList()) {
            try (var jar = new JarFile(path.toFile())) {
                for (var entry : jar.stream().toList()) {
                    // One character a byte: enough to find ASCII in a class file.
                    var content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (wanted.test(entry.getName(), content)) {
                        found.add(path.getFileName() + "!" + entry.getName());
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
