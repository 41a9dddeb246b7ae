package org.narrowgate.api.ask;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the index of a log entry. */
public final class EntryReading {
    // As receipts write it, and no longer than a long surely holds.
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    private EntryReading() {}

    /** Empty where it is no index: then there is no such entry. */
    public static Optional<Long> index(String text) {
        return Optional.of(text).filter(given -> INDEX.matcher(given).matches()).map(Long::valueOf);
    }
}
