package org.narrowgate.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.narrowgate.casework.PublicInterestFactor.Side;

/**
 * The test of one case: every factor weighed, and in words why the disclosure is proportionate, what else was
 * considered, and why the balance falls as it does.
 */
public record PublicInterestTest(
        Map<PublicInterestFactor, Weight> weights, String proportionality, String alternatives, String reasons) {
    public static final int SHORTEST = 20;
    public static final int LONGEST = 2000;

    public PublicInterestTest {
        weights = Map.copyOf(weights);
        if (!faults(weights, proportionality, alternatives, reasons).isEmpty()) {
            throw new IllegalArgumentException("the test is not complete");
        }
    }

    /** How much a factor counts in this case. */
    public enum Weight {
        NONE("does not arise"),
        SOME("counts"),
        STRONG("counts strongly");

        private final String words;

        Weight(String words) {
            this.words = words;
        }

        /** As a caseworker reads it. */
        public String words() {
            return words;
        }
    }

    /**
     * What keeps a test from being complete.
     *
     * @param part a factor's name, or {@code proportionality}, {@code alternatives}, {@code reasons}
     */
    public record Fault(String part, String message) {}

    /** Everything that is missing for an approval to rest on it; nothing where it is complete. */
    public static List<Fault> faults(
            Map<PublicInterestFactor, Weight> weights, String proportionality, String alternatives, String reasons) {
        var faults = new ArrayList<Fault>();
        for (var factor : PublicInterestFactor.values()) {
            if (!weights.containsKey(factor)) {
                faults.add(new Fault(factor.name(), "Say how much this counts, even where it does not arise."));
            }
        }
        if (weights.size() == PublicInterestFactor.values().length && !anythingSpeaksFor(weights)) {
            faults.add(new Fault(
                    PublicInterestFactor.SERIOUS_HARM.name(),
                    "Nothing speaks for disclosure, so it cannot be approved: weigh a factor for it, or refuse."));
        }
        check(faults, "proportionality", proportionality);
        check(faults, "alternatives", alternatives);
        check(faults, "reasons", reasons);
        return faults;
    }

    private static boolean anythingSpeaksFor(Map<PublicInterestFactor, Weight> weights) {
        return weights.entrySet().stream()
                .anyMatch(weighed -> weighed.getKey().side() == Side.FOR && weighed.getValue() != Weight.NONE);
    }

    private static void check(List<Fault> faults, String part, String text) {
        if (!Printable.isAll(text)) {
            faults.add(new Fault(part, "Leave out the characters that cannot be printed."));
            return;
        }
        int length = text.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            faults.add(new Fault(part, "Write 20 to 2,000 characters; these are %,d.".formatted(length)));
        }
    }
}
