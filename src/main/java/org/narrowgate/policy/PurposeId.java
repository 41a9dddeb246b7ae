package org.narrowgate.policy;

import java.util.regex.Pattern;

/** Names a purpose; its OIDC scope is {@code purpose:} and this id: lower-case words with hyphens, at most 64 characters. */
public record PurposeId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public PurposeId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not lower-case words with hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
