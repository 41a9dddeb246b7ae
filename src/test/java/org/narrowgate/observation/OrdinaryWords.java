package org.narrowgate.observation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The words of our own code and texts: what a log may well say of nobody. */
final class OrdinaryWords {
    private static final Path MAIN = Path.of("src", "main");

    private OrdinaryWords() {}

    /** All but those of the rooms that make people up. */
    static Set<String> read() throws IOException {
        var words = new HashSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().matches(".*/(synthetic|dev)/.*"))
                    .toList()) {
                words.addAll(Scanner.lower(Scanner.words(Files.readString(file, StandardCharsets.UTF_8))));
            }
        }
        return words;
    }
}
