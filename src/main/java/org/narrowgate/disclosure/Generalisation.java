package org.narrowgate.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.narrowgate.policy.Precision;

/** What is left of a value at a precision. A value that has not the expected form leaves nothing. */
final class Generalisation {
    private static final Pattern PARTIAL_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?[0-9][A-Z]{2}");

    private Generalisation() {}

    /** A list is generalised item by item, and is nothing as soon as one item is. */
    static Optional<?> of(Object value, Precision precision) {
        return switch (value) {
            case String text -> ofText(text, precision);
            case List<?> texts -> ofList(texts, precision);
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> ofList(List<?> texts, Precision precision) {
        var generalised = texts.stream()
                .map(text -> ofText(String.valueOf(text), precision))
                .flatMap(Optional::stream)
                .toList();
        return generalised.size() == texts.size() ? Optional.of(generalised) : Optional.empty();
    }

    private static Optional<String> ofText(String text, Precision precision) {
        return switch (precision) {
            case YEAR -> date(text, 4);
            case MONTH -> date(text, 7);
            case DISTRICT -> district(text);
            case INITIALS -> initial(text);
        };
    }

    private static Optional<String> date(String date, int length) {
        return PARTIAL_DATE.matcher(date).matches()
                ? Optional.of(date.substring(0, Math.min(length, date.length())))
                : Optional.empty();
    }

    private static Optional<String> district(String postcode) {
        var matcher = POSTCODE.matcher(postcode.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> initial(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(letter -> Character.toString(letter).toUpperCase(Locale.ROOT) + ".")
                .findFirst();
    }
}
