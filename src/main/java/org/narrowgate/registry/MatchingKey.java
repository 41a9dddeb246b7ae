package org.narrowgate.registry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value as searches compare it: equal keys match, nothing else does. Both sides of every comparison are made here.
 *
 * <p>INVARIANT: a change of these rules needs a new {@link #RULES}, so that the next import rewrites the keys held.
 */
public record MatchingKey(String value) {
    /** Number of the rules keys are made by. */
    public static final int RULES = 1;

    /** A longer key fits no index; some characters decompose into eighteen. */
    private static final int LONGEST = 500;

    private static final Pattern APOSTROPHES = Pattern.compile(
            "['`\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB\u055A\u05F3\u1FBD\u1FBF\u2018\u2019\u201A\u201B\u2032\u2035\uA78C\uFF07]");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u2043\u2212]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]+");
    private static final Pattern DIACRITICS = Pattern.compile(
            "[\\p{InCombiningDiacriticalMarks}\\p{InCombiningDiacriticalMarksExtended}\\p{InCombiningDiacriticalMarksSupplement}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_IN_PREMISES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CARE_OF = Pattern.compile("^(c o|care of) ");

    /** Family names, given names: empty where nothing is left to compare. */
    public static Optional<MatchingKey> ofName(String name) {
        return ofText(SPACES.matcher(fold(name)).replaceAll(" ").strip());
    }

    /** All given names as one, so that {@code Mary Jane} matches whether it is held as one name or as two. */
    public static Optional<MatchingKey> ofNames(List<String> names) {
        return ofName(String.join(" ", names));
    }

    public static Optional<MatchingKey> ofPostcode(String postcode) {
        return ofText(SPACES.matcher(fold(postcode)).replaceAll(""));
    }

    /**
     * Which premises within a postcode: the numbers of all lines in order, or without any the building.
     * {@code Elm Surgery, 12 High Street} and {@code 12 High St} are the same; {@code Flat 2, 12 High St} is another.
     */
    public static Optional<MatchingKey> ofPremises(List<String> lines) {
        var numbers = new StringBuilder();
        for (String word : premisesWords(String.join(" ", lines)).split(" ")) {
            if (word.chars().anyMatch(Character::isDigit)) {
                numbers.append(numbers.isEmpty() ? "" : " ").append(word);
            }
        }
        if (numbers.isEmpty() && !lines.isEmpty()) {
            return ofBuilding(lines.getFirst());
        }
        return ofText(numbers.toString());
    }

    /** The name of a building or practice as the first line of an address gives it, {@code c/o} left off. */
    public static Optional<MatchingKey> ofBuilding(String line) {
        return ofText(CARE_OF.matcher(premisesWords(line)).replaceFirst(""));
    }

    private static String premisesWords(String text) {
        return NOT_IN_PREMISES.matcher(fold(text)).replaceAll(" ").strip();
    }

    private static Optional<MatchingKey> ofText(String text) {
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(new MatchingKey(text));
    }

    private static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Apostrophes first: some decompose into a space and a mark, which would split the name.
        var bare = APOSTROPHES.matcher(text).replaceAll("");
        bare = HYPHENS.matcher(INVISIBLE.matcher(bare).replaceAll("")).replaceAll(" ");
        bare = DIACRITICS
                .matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD))
                .replaceAll("");
        // By way of upper case, which turns ß into two letters and the dotless i into an i; ẞ has to be a ß for that.
        bare = bare.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(letter -> append(folded, letter));
        return folded.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars()
                .allMatch(letter -> letter == ' '
                        || (letter >= 'A' && letter <= 'Z')
                        || (letter >= 'a' && letter <= 'z')
                        || (letter >= '0' && letter <= '9'));
    }

    /** Letters whose stroke or ligature Unicode does not decompose. */
    private static void append(StringBuilder folded, int letter) {
        switch (letter) {
            case 'ø', 'ɵ' -> folded.append('o');
            case 'ł', 'ƚ' -> folded.append('l');
            case 'đ', 'ð', 'ɖ' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ħ' -> folded.append('h');
            case 'ŧ' -> folded.append('t');
            case 'ŋ' -> folded.append('n');
            case 'ĸ' -> folded.append('k');
            case 'ə', 'ǝ' -> folded.append('e');
            case 'ı' -> folded.append('i');
            case 'ɓ' -> folded.append('b');
            case 'ɗ' -> folded.append('d');
            case 'ƙ' -> folded.append('k');
            case 'ƴ' -> folded.append('y');
            case 'ɛ' -> folded.append('e');
            case 'ɔ' -> folded.append('o');
            default -> folded.appendCodePoint(letter);
        }
    }

    @Override
    public String toString() {
        return "MatchingKey[masked]";
    }
}
