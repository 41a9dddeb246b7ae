package org.narrowgate.policy;

import java.util.regex.Pattern;

/** Names an agency; an OIDC client belongs to one: lower-case words with hyphens, at most 64 characters. */
public record AgencyId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public AgencyId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not lower-case words with hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
