package org.narrowgate.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the repository reaches whoever builds an image: the last line that fits a path, or a folder above it, counts. */
record Dockerignore(List<String> lines) {
    Dockerignore {
        lines = List.copyOf(lines);
    }

    static Dockerignore read() {
        try (var lines = Files.lines(Path.of(".dockerignore"))) {
            return new Dockerignore(lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean letsThrough(String path) {
        return lines.stream()
                .filter(line -> fits(line.startsWith("!") ? line.substring(1) : line, path))
                .reduce((earlier, later) -> later)
                .map(line -> line.startsWith("!"))
                .orElse(true);
    }

    private static boolean fits(String pattern, String path) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return Stream.iterate(Path.of(path), folder -> folder != null, Path::getParent)
                .anyMatch(matcher::matches);
    }
}
