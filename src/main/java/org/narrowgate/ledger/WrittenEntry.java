package org.narrowgate.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An entry as everybody may read it: without its particulars.
 *
 * @param appendedAt by the database's clock, one for all replicas
 * @param circumstances canonical JSON (RFC 8785) in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record WrittenEntry(long index, Instant appendedAt, byte[] circumstances) {
    public WrittenEntry {
        requireNonNull(appendedAt);
        requireNonNull(circumstances);
    }
}
