package org.narrowgate.subject;

import java.util.Optional;

/**
 * A valid NHS number: ten digits, the last a modulus 11 check over weights 10 to 2.
 *
 * <p>INVARIANT: never printed; {@link #toString} masks it so that it reaches no log by accident.
 */
public record NhsNumber(String digits) {
    public NhsNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a valid NHS number");
        }
    }

    /** Reads ten digits, spaces and hyphens between them ignored; empty where they are no valid NHS number. */
    public static Optional<NhsNumber> parse(String text) {
        var digits = text.replaceAll("[ -]", "");
        return isValid(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        if (digits.length() != 10 || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return false;
        }
        int sum = 0;
        for (int position = 0; position < 9; position++) {
            sum += (10 - position) * (digits.charAt(position) - '0');
        }
        // 11 counts as 0; 10 equals no digit, so such a number is never valid.
        return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return "NhsNumber[masked]";
    }
}
