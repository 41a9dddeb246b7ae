package org.narrowgate.api.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and times as the contract writes them. */
final class Dates {
    // Strict: 30 February is a fault, not the last day of the month.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    // Java reads a signed year of up to nine digits, which the database cannot keep.
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.*");

    private Dates() {}

    static Optional<LocalDate> date(String sent) {
        if (!FOUR_DIGIT_YEAR.matcher(sent).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(sent, DATE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(String sent) {
        if (!FOUR_DIGIT_YEAR.matcher(sent).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(sent).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
