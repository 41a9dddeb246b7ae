package org.narrowgate.disclosure;

import java.time.Instant;

/**
 * Proof that an answer was written to the disclosure log before it left.
 *
 * @param entry the log entry's index
 * @param leafHash RFC 6962 leaf hash of the entry, base64
 * @param policyHash SHA-256 of the canonical policy document, hex
 */
public record Receipt(long entry, String leafHash, Instant at, int policyVersion, String policyHash) {}
