package org.narrowgate.caller;

import java.util.List;

/**
 * How sure the identity provider must be of who signs in to a record: any one of these authentication contexts (OpenID
 * Connect's {@code acr}) will do.
 */
public record Assurance(List<String> accepted) {
    public Assurance {
        accepted = accepted.stream().map(String::strip).distinct().toList();
        if (accepted.isEmpty() || accepted.stream().anyMatch(one -> one.isEmpty() || one.contains(" "))) {
            throw new IllegalArgumentException(
                    "narrowgate.my-record.assurance names at least one acr value, none of them with a space in it");
        }
    }
}
