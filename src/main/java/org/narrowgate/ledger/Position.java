package org.narrowgate.ledger;

import java.time.Instant;

/**
 * Where an entry stands in the log, for ever.
 *
 * @param index 0 for the first entry, dense
 * @param leafHash RFC 6962 leaf hash of the entry, base64
 * @param at when it was appended
 */
public record Position(long index, String leafHash, Instant at) {}
