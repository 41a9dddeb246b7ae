package org.narrowgate.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as far as it is known: {@code 1984-03-07}, {@code 1984-03} or {@code 1984}. */
public record PartialDate(String iso) {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern TIME =
            Pattern.compile("T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

    public PartialDate {
        if (!isDate(iso)) {
            throw new IllegalArgumentException("not a date");
        }
    }

    /** A FHIR {@code date}; empty where it is none. */
    public static Optional<PartialDate> parse(String text) {
        return isDate(text) ? Optional.of(new PartialDate(text)) : Optional.empty();
    }

    /** A FHIR {@code dateTime}: its day as written, whatever the time zone; empty where it is none. */
    public static Optional<PartialDate> parseDateTime(String text) {
        if (text.length() <= 10) {
            return parse(text);
        }
        return TIME.matcher(text.substring(10)).matches() ? parse(text.substring(0, 10)) : Optional.empty();
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public boolean isWhole() {
        return iso.length() == 10;
    }

    public LocalDate firstDay() {
        return LocalDate.parse(iso + "-01-01".substring(iso.length() - 4));
    }

    public LocalDate lastDay() {
        return switch (iso.length()) {
            case 4 -> LocalDate.parse(iso + "-12-31");
            case 7 -> YearMonth.parse(iso).atEndOfMonth();
            default -> LocalDate.parse(iso);
        };
    }

    private static boolean isDate(String text) {
        if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
            return false;
        }
        try {
            LocalDate.parse(text + "-01-01".substring(text.length() - 4));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PartialDate[masked]";
    }
}
