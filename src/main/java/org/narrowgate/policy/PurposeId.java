package org.narrowgate.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a purpose; its OIDC scope is {@code purpose:} and this id: lower-case words with hyphens, at most 64 characters. */
public record PurposeId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public PurposeId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not lower-case words with hyphens");
        }
    }

    /** Reads what somebody sent; empty where it cannot be the name of any purpose. */
    public static Optional<PurposeId> parse(String text) {
        return text.length() <= 64 && FORM.matcher(text).matches()
                ? Optional.of(new PurposeId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
