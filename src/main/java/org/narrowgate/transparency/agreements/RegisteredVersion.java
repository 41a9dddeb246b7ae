package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import org.narrowgate.policy.PolicyVersion;

/** A published policy version in the register. */
public record RegisteredVersion(PolicyVersion version, VersionState state) {
    public RegisteredVersion {
        requireNonNull(version);
        requireNonNull(state);
    }
}
