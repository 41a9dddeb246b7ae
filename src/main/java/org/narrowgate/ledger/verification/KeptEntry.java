package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An entry as the tables hold it, with all that belongs to it and nothing believed.
 *
 * @param particulars empty where they are gone
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record KeptEntry(
        long index,
        byte[] circumstances,
        byte[] circumstancesSalt,
        byte[] particularsHash,
        byte[] leafHash,
        Optional<Particulars> particulars) {
    public KeptEntry {
        requireNonNull(circumstances);
        requireNonNull(circumstancesSalt);
        requireNonNull(particularsHash);
        requireNonNull(leafHash);
        requireNonNull(particulars);
    }

    /** The part that can be erased, with its salt. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Particulars(byte[] salt, byte[] content) {
        public Particulars {
            requireNonNull(salt);
            requireNonNull(content);
        }
    }
}
