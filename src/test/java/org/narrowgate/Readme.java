package org.narrowgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README as its tests read it: what it tells a stranger to type, and what it says of the code. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HERE_DOCUMENT =
            Pattern.compile("<<'(\\w+)'\\R(.*?)^\\1$", Pattern.MULTILINE | Pattern.DOTALL);

    private Readme() {}

    public static String text() {
        return read(Path.of("README.md"));
    }

    /** The blocks written in a language, in order. */
    public static List<String> blocks(String language) {
        return BLOCK.matcher(text())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The commands of the shell blocks, each on one line and without what is fed to it. */
    public static List<String> commands() {
        return blocks("sh").stream()
                .map(block -> HERE_DOCUMENT.matcher(block).replaceAll(""))
                .map(block -> block.replaceAll("\\\\\\R\\s*", ""))
                .flatMap(String::lines)
                .map(String::strip)
                .toList();
    }

    /** What is fed to the one command that is fed something. */
    public static String fed() {
        return blocks("sh").stream()
                .flatMap(block -> HERE_DOCUMENT.matcher(block).results())
                .map(document -> document.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** The cells of each row of the table whose heading begins with this cell. */
    public static List<List<String>> table(String heading) {
        return text().lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }

    /** What stands between backticks in a text, outside blocks. */
    public static List<String> quoted(String text) {
        return Pattern.compile("`([^`\\n]+)`")
                .matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(quoted -> quoted.group(1))
                .toList();
    }

    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
