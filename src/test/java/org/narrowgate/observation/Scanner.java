package org.narrowgate.observation;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.narrowgate.observation.Detail.Kind;

/**
 * Finds people's details in text, in every shape they are written in: spaced or not, dates in either order, with or
 * without accents, URL-encoded, escaped as in JSON.
 *
 * <p>Text is taken as words, runs of letters and digits, and a detail as the words it is made of. So it makes no
 * difference what stands between them, and nothing is found inside a longer word: not ten digits of a long number, not
 * {@code Ann} in {@code announcement}. Upper and lower case make no difference either, but for a name that is also an
 * ordinary word of ours ({@code May}, {@code Grace}, {@code North}): it counts as it is written of people, with a capital
 * or in capitals, because in lower case every sentence would be somebody's.
 */
final class Scanner {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['’ʼ](?=\\p{L})");

    private final Map<String, List<Shape>> byFirstWord = new HashMap<>();

    /** @param asWritten the words with their case, where case makes a difference */
    private record Shape(Detail detail, List<String> words, List<String> asWritten) {}

    record Finding(Detail detail, String within) {}

    Scanner(Collection<Detail> details, Set<String> ordinaryWords) {
        for (var detail : details) {
            for (var text : shapes(detail)) {
                add(detail, words(text), ordinaryWords);
            }
        }
    }

    List<Finding> findings(String text) {
        var found = new LinkedHashSet<Finding>();
        text.lines().forEach(line -> {
            scan(line, found);
            var decoded = decoded(line);
            if (!decoded.equals(line)) {
                scan(decoded, found);
            }
        });
        return List.copyOf(found);
    }

    private void scan(String line, Set<Finding> found) {
        var asWritten = words(line);
        var words = lower(asWritten);
        for (int i = 0; i < words.size(); i++) {
            for (var shape : byFirstWord.getOrDefault(words.get(i), List.of())) {
                int end = i + shape.words().size();
                if (end <= words.size()
                        && words.subList(i, end).equals(shape.words())
                        && isWrittenSo(shape, asWritten.subList(i, end))) {
                    found.add(new Finding(shape.detail(), line.substring(0, Math.min(400, line.length()))));
                }
            }
        }
    }

    private static boolean isWrittenSo(Shape shape, List<String> written) {
        return shape.asWritten().isEmpty()
                || written.equals(shape.asWritten())
                || written.equals(shape.asWritten().stream()
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .toList());
    }

    private void add(Detail detail, List<String> words, Set<String> ordinaryWords) {
        var lower = lower(words);
        boolean ordinary = detail.kind() == Kind.NAME && ordinaryWords.containsAll(lower);
        byFirstWord
                .computeIfAbsent(lower.getFirst(), _ -> new ArrayList<>())
                .add(new Shape(
                        detail,
                        lower,
                        ordinary ? words.stream().map(Scanner::capitalised).toList() : List.of()));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<String> shapes(Detail detail) {
        var value = detail.value();
        return switch (detail.kind()) {
            case NHS_NUMBER -> {
                var digits = value.replaceAll("\\D", "");
                yield List.of(
                        digits, digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6));
            }
            case POSTCODE -> {
                var whole = value.replace(" ", "");
                int inward = whole.length() - 3;
                yield List.of(whole, whole.substring(0, inward) + " " + whole.substring(inward));
            }
            case NAME -> List.of(value);
            case BIRTH_DATE -> dates(value.split("-"));
        };
    }

    private static List<String> dates(String... date) {
        if (date.length == 2) {
            return List.of(date[0] + " " + date[1], date[1] + " " + date[0]);
        }
        var day = date[2];
        var month = date[1];
        var months = List.of(
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December");
        var name = months.get(Integer.parseInt(month) - 1);
        return List.of(
                date[0] + " " + month + " " + day,
                // As the beginning of a moment.
                date[0] + " " + month + " " + day + "T00",
                day + " " + month + " " + date[0],
                month + " " + day + " " + date[0],
                date[0] + month + day,
                day + month + date[0],
                Integer.parseInt(day) + " " + Integer.parseInt(month) + " " + date[0],
                Integer.parseInt(day) + " " + name + " " + date[0],
                Integer.parseInt(day) + " " + name.substring(0, 3) + " " + date[0]);
    }

    static List<String> words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return WORD.matcher(APOSTROPHES.matcher(plain).replaceAll(""))
                .results()
                .map(word -> word.group())
                .toList();
    }

    static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static String decoded(String line) {
        var escaped = ESCAPED.matcher(line)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        return PERCENT.matcher(escaped).replaceAll(run -> Matcher.quoteReplacement(bytes(run.group())));
    }

    private static String bytes(String run) {
        var bytes = new byte[run.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(run.substring(3 * i + 1, 3 * i + 3), 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
