package org.narrowgate.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the last build made. */
sealed interface BuiltPackage {
    /** How it is started, without its arguments: a jar as for a short life, since tests start it dozens of times. */
    List<String> command();

    /** Where the build collected the libraries it is made of. */
    List<Path> folders();

    record Jar(Path path) implements BuiltPackage {
        @Override
        public List<String> command() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    path.toString());
        }

        @Override
        public List<Path> folders() {
            var libraries = path.resolveSibling("lib");
            return List.of(libraries.resolve("main"), libraries.resolve("boot"));
        }
    }

    record Executable(Path path) implements BuiltPackage {
        @Override
        public List<String> command() {
            return List.of(path.toString());
        }

        @Override
        public List<Path> folders() {
            var name = String.valueOf(path.getFileName()).replaceFirst("-runner$", "");
            return List.of(
                    path.resolveSibling(name + "-native-image-source-jar").resolve("lib"));
        }
    }

    /** As the build itself wrote it down. */
    static BuiltPackage newest() {
        var target = Path.of("target");
        var written = new Properties();
        try (var file = Files.newBufferedReader(target.resolve("quarkus-artifact.properties"))) {
            written.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is packaged: run `./mvnw package` first", e);
        }
        var path = target.resolve(written.getProperty("path"));
        return switch (written.getProperty("type")) {
            case "jar" -> new Jar(path);
            case "native" -> new Executable(path);
            default -> throw new IllegalStateException("neither a jar nor an executable: " + written);
        };
    }
}
