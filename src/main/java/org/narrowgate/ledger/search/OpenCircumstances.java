package org.narrowgate.ledger.search;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.narrowgate.ledger.Commitment;

/**
 * An entry with all that opens its circumstances to whoever checks it: its particulars stay closed.
 *
 * @param salt of the circumstances, 32 bytes
 * @param particularsHash 32 bytes; it stays when the particulars go
 * @param erasedBy the entry that says why its particulars are gone; empty while none says so
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record OpenCircumstances(FoundEntry entry, byte[] salt, byte[] particularsHash, OptionalLong erasedBy) {
    public OpenCircumstances {
        requireNonNull(entry);
        requireNonNull(salt);
        requireNonNull(particularsHash);
        requireNonNull(erasedBy);
    }

    /** The leaf hash of what is written, whatever the one beside it says; empty where nothing can have been hashed. */
    public Optional<byte[]> leaf() {
        return salt.length == Commitment.LENGTH
                ? Optional.of(Commitment.leaf(
                        Commitment.ofEntry(Commitment.ofPart(salt, entry.circumstances()), particularsHash)))
                : Optional.empty();
    }

    /** Whether its leaf hash is that of what is written. */
    public boolean matchesItsHash() {
        return leaf().filter(hash -> Arrays.equals(hash, entry.leafHash())).isPresent();
    }
}
