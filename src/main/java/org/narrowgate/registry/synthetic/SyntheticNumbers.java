package org.narrowgate.registry.synthetic;

import java.util.Optional;
import org.narrowgate.subject.NhsNumber;

/** Valid NHS numbers, each once, in an order that tells nothing. Those below 9000001000 are left to the cast. */
final class SyntheticNumbers {
    static final int MOST = 80_000_000;

    private static final int SPACE = 100_000_000;
    /** Shares no factor with the space, so every number comes once before any comes again. */
    private static final long STEP = 61_803_399;

    private static final int CAST = 100;
    /** Valid, and in no population: what a search for a person who is not held asks for. */
    private static final String NEVER_HELD = "9111231130";

    private long next;

    SyntheticNumbers(long seed) {
        next = Math.floorMod(seed * 7_919, SPACE);
    }

    NhsNumber next() {
        while (true) {
            next = (next + STEP) % SPACE;
            var number = valid(next);
            if (number.isPresent()) {
                return number.get();
            }
        }
    }

    private static Optional<NhsNumber> valid(long stem) {
        if (stem < CAST) {
            return Optional.empty();
        }
        long nine = 900_000_000L + stem;
        int sum = 0;
        long digits = nine;
        for (int weight = 2; weight <= 10; weight++) {
            sum += weight * (int) (digits % 10);
            digits /= 10;
        }
        int check = (11 - sum % 11) % 11;
        var number = nine + "" + check;
        return check == 10 || number.equals(NEVER_HELD) ? Optional.empty() : Optional.of(new NhsNumber(number));
    }
}
