package org.narrowgate.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry with both its parts, for those who may know whom it is about.
 *
 * @param circumstances canonical JSON (RFC 8785) in UTF-8
 * @param particulars the same; empty once they are erased
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record OpenedEntry(long index, Instant appendedAt, byte[] circumstances, Optional<byte[]> particulars) {
    public OpenedEntry {
        requireNonNull(appendedAt);
        requireNonNull(circumstances);
        requireNonNull(particulars);
    }
}
