package org.narrowgate.policy;

import java.util.OptionalInt;

/**
 * An offence of the catalogue.
 *
 * @param maximumMonths the longest custodial sentence; empty for life
 */
public record Offence(String code, String act, OptionalInt maximumMonths, Kind kind) {
    /** Whether an offence can ever count as serious criminality. */
    public enum Kind {
        GENERAL,
        /** Overstaying, illegal entry and the like: never counts, whatever the maximum. */
        IMMIGRATION_ONLY
    }
}
