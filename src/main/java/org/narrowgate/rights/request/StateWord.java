package org.narrowgate.rights.request;

import java.util.Locale;

/** A state without what is kept of it, as the log, the table and a copy name it. */
public enum StateWord {
    RECEIVED,
    EXTENDED,
    STANDING,
    GRANTED,
    REFUSED,
    LIFTED,
    WITHDRAWN;

    public static StateWord of(RightsState state) {
        return switch (state) {
            case RightsState.Received() -> RECEIVED;
            case RightsState.Extended() -> EXTENDED;
            case RightsState.Standing standing -> STANDING;
            case RightsState.Granted granted -> GRANTED;
            case RightsState.Refused refused -> REFUSED;
            case RightsState.Lifted lifted -> LIFTED;
            case RightsState.Withdrawn withdrawn -> WITHDRAWN;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
