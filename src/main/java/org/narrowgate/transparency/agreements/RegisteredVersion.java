package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import org.narrowgate.governance.PublishedVersion;

/**
 * A published policy version in the register.
 *
 * @param title its document's
 */
public record RegisteredVersion(PublishedVersion published, String title) {
    public RegisteredVersion {
        requireNonNull(published);
        requireNonNull(title);
    }
}
