package org.narrowgate.casework.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.narrowgate.casework.PublicInterestTest;

/** A public-interest test as the log keeps it. */
final class Weighed {
    private Weighed() {}

    static Map<String, Object> words(PublicInterestTest test) {
        var weights = new LinkedHashMap<String, String>();
        test.weights().forEach((factor, weight) -> weights.put(factor.name(), weight.name()));
        return Map.of(
                "decision", "approved",
                "weights", weights,
                "proportionality", test.proportionality(),
                "alternatives", test.alternatives(),
                "reasons", test.reasons());
    }
}
