package org.narrowgate.api.ask;

import java.util.Optional;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.policy.PurposeId;

/** Reads the id of a purpose; whether there is such a purpose is the policy's to say. */
final class Purposes {
    private Purposes() {}

    static Optional<PurposeId> read(String sent, String field, Faults faults) {
        return PurposeId.parse(sent)
                .or(() -> faults.missing(
                        ErrorCode.INPUT_INVALID, field, "lower-case words with hyphens, at most 64 characters"));
    }
}
