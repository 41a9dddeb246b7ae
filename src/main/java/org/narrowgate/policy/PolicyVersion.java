package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A policy under its number, and when it came or comes into force. Immutable for ever. */
public record PolicyVersion(int number, Policy policy, Instant inForceFrom) {
    public PolicyVersion {
        requireNonNull(policy);
        requireNonNull(inForceFrom);
        if (number < 1) {
            throw new IllegalArgumentException("versions are numbered from 1");
        }
    }

    /** The same version while this is stopped. */
    public PolicyVersion under(Stops stops) {
        return new PolicyVersion(number, policy.under(stops), inForceFrom);
    }

    /** What is decided under this version stands on it, and on what is stopped. */
    public PolicyMark mark() {
        return new PolicyMark(number, policy.stops().mark());
    }

    /**
     * A version as it was kept. Nothing is taken that does not bear its hash.
     *
     * @throws IllegalStateException where it is not what was published
     */
    public static PolicyVersion kept(int number, String canonicalJson, String hash, Instant inForceFrom) {
        if (!Policy.sha256(canonicalJson).equals(hash)) {
            throw new IllegalStateException("policy version " + number + " does not bear its hash");
        }
        var policy = Policy.read(canonicalJson);
        if (!policy.hash().equals(hash)) {
            throw new IllegalStateException("policy version " + number + " is not in its canonical form");
        }
        return new PolicyVersion(number, policy, inForceFrom);
    }
}
