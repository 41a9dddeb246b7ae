package org.narrowgate.ledger.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An entry that a question found: nothing of its particulars but whether they are still there.
 *
 * @param circumstances canonical JSON (RFC 8785) in UTF-8, unless somebody changed the database
 * @param leafHash RFC 6962 leaf hash as it is kept, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record FoundEntry(
        long index, Instant appendedAt, byte[] circumstances, byte[] leafHash, Particulars particulars) {
    public FoundEntry {
        requireNonNull(appendedAt);
        requireNonNull(circumstances);
        requireNonNull(leafHash);
        requireNonNull(particulars);
    }

    /** Whether the erasable part is still there. */
    public enum Particulars {
        KEPT,
        GONE
    }
}
