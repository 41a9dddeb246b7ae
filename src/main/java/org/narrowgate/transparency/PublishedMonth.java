package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What everybody may see of one closed month, and nothing else.
 *
 * @param month of receipt
 * @param edition how far it has come
 * @param struck the month at whose end it stood so
 * @param shown the quantities that are not hidden
 * @param wrongPersonReports made in the month; empty below 5, none included
 */
public record PublishedMonth(
        YearMonth month,
        Edition edition,
        YearMonth struck,
        Map<Quantity, Long> shown,
        OptionalLong wrongPersonReports) {
    public PublishedMonth {
        requireNonNull(month);
        requireNonNull(edition);
        requireNonNull(struck);
        requireNonNull(wrongPersonReports);
        shown = Map.copyOf(shown);
    }

    /** Empty where it is hidden: a count of 1 to 4, or one that would give such a count away. */
    public OptionalLong count(Quantity quantity) {
        var count = shown.get(quantity);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
