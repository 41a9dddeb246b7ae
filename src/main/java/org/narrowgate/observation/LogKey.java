package org.narrowgate.observation;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The keys of log lines: always these, whatever room writes. */
public enum LogKey {
    /** The call's X-Request-ID. */
    REQUEST("request"),
    /** The call's X-Correlation-ID, where it is a UUID: other forms could carry whatever a caller puts there. */
    CORRELATION("correlation"),
    AGENCY("agency"),
    /** Where the policy knows it: what else is written there is anybody's text. */
    PURPOSE("purpose"),
    POLICY_VERSION("policyVersion"),
    OPERATION("operation"),
    OUTCOME("outcome"),
    MILLISECONDS("milliseconds");

    private final String word;

    LogKey(String word) {
        this.word = word;
    }

    /** For every line this call writes from now on. */
    public void put(String value) {
        MDC.put(word, value);
    }

    public @Nullable String value() {
        return MDC.get(word) instanceof String value ? value : null;
    }

    /** The call is over. */
    public static void forgetAll() {
        for (var key : values()) {
            MDC.remove(key.word);
        }
    }
}
