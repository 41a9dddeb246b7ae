package org.narrowgate.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What shows an entry's circumstances to be the ones its leaf commits to. Of the particulars their commitment alone, so
 * that it says nothing personal and is there when they are erased.
 *
 * @param circumstances canonical JSON (RFC 8785) in UTF-8, exactly the bytes committed to
 * @param circumstancesSalt 32 bytes
 * @param particularsHash SHA-256(salt ‖ particulars), 32 bytes
 * @param leafHash RFC 6962 leaf hash of the entry, 32 bytes, as it was written
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record Opening(
        long index,
        Instant appendedAt,
        byte[] circumstances,
        byte[] circumstancesSalt,
        byte[] particularsHash,
        byte[] leafHash) {
    public Opening {
        requireNonNull(appendedAt);
        requireNonNull(circumstances);
        requireNonNull(circumstancesSalt);
        requireNonNull(particularsHash);
        requireNonNull(leafHash);
    }
}
