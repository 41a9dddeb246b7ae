package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

/**
 * Something that keeps a document from becoming a policy.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
 * @param message what, in lower case without a full stop, the document's words in backticks
 */
public record PolicyFault(String pointer, String message) {
    public PolicyFault {
        requireNonNull(pointer);
        requireNonNull(message);
    }
}
