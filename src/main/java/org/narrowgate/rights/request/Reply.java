package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a caseworker tells the person. The person is not told who it was.
 *
 * @param text empty once it is erased
 */
public record Reply(String by, String name, Instant at, String text) {
    public Reply {
        requireNonNull(by);
        requireNonNull(name);
        requireNonNull(at);
        requireNonNull(text);
    }
}
