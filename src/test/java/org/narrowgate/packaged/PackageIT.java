package org.narrowgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class PackageIT {
    @Test
    void holdsTheApplication() throws IOException {
        assertThat(entries(name -> name.equals("org/narrowgate/cli/Main.class"), "org.narrowgate.cli.Main"))
                .hasSize(1);
    }

    @Test
    void holdsNothingOfTheDevelopmentRoom() throws IOException {
        assertThat(entries(name -> name.startsWith("org/narrowgate/dev"), "org.narrowgate.dev.EmbeddedDatabase"))
                .isEmpty();
    }

    @Test
    void holdsNoEmbeddedDatabase() throws IOException {
        assertThat(entries(name -> name.startsWith("io/zonky"), "io.zonky")).isEmpty();
    }

    @Test
    void holdsNothingOfTheTryIt() throws IOException {
        assertThat(entries(name -> name.startsWith("META-INF/resources/try-it"), "META-INF/resources/try-it"))
                .isEmpty();
    }

    @Test
    void holdsNoDevelopmentCredential() throws IOException {
        assertThat(holding("development-only")).isEmpty();
    }

    /** The entries of the jars so named; of an executable, which has no entries, whether it knows the name. */
    private static List<String> entries(Predicate<String> named, String name) throws IOException {
        return switch (BuiltPackage.newest()) {
            case BuiltPackage.Jar(var path) ->
                inJars(path.resolveSibling(""), (jar, entry) -> named.test(entry.getName()));
            case BuiltPackage.Executable(var path) -> inExecutable(path, name);
        };
    }

    /** Where this text is, outside the libraries. */
    private static List<String> holding(String text) throws IOException {
        return switch (BuiltPackage.newest()) {
            case BuiltPackage.Jar(var path) -> {
                var found = new ArrayList<String>();
                for (var folder : List.of("app", "quarkus")) {
                    found.addAll(inJars(
                            path.resolveSibling(folder),
                            (jar, entry) -> latin1(jar.getInputStream(entry).readAllBytes())
                                    .contains(text)));
                }
                yield found;
            }
            case BuiltPackage.Executable(var path) -> inExecutable(path, text);
        };
    }

    private interface Wanted {
        boolean is(JarFile jar, JarEntry entry) throws IOException;
    }

    private static List<String> inJars(Path folder, Wanted wanted) throws IOException {
        try (var files = Files.walk(folder)) {
            var found = new ArrayList<String>();
            for (var path :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                found.addAll(inJar(path, wanted));
            }
            return List.copyOf(found);
        }
    }

    private static List<String> inJar(Path path, Wanted wanted) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            var found = new ArrayList<String>();
            for (var entry : jar.stream().toList()) {
                if (wanted.is(jar, entry)) {
                    found.add(path.getFileName() + "!" + entry.getName());
                }
            }
            return found;
        }
    }

    private static List<String> inExecutable(Path path, String text) throws IOException {
        return latin1(Files.readAllBytes(path)).contains(text) ? List.of(text) : List.of();
    }

    // One character a byte: enough to find ASCII.
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
