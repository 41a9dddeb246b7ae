package org.narrowgate.ledger.store;

import java.security.SecureRandom;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.Entry;

/** An entry with its salts and hashes. They depend on nothing but the entry, so the log's lock is not held for them. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
record SealedEntry(
        Entry entry, byte[] circumstancesSalt, byte[] particularsSalt, byte[] particularsHash, byte[] leafHash) {

    static SealedEntry of(Entry entry, SecureRandom random) {
        var circumstancesSalt = salt(random);
        var particularsSalt = salt(random);
        var particularsHash = Commitment.ofPart(particularsSalt, entry.particulars());
        var leafHash = Commitment.leaf(
                Commitment.ofEntry(Commitment.ofPart(circumstancesSalt, entry.circumstances()), particularsHash));
        return new SealedEntry(entry, circumstancesSalt, particularsSalt, particularsHash, leafHash);
    }

    private static byte[] salt(SecureRandom random) {
        var salt = new byte[Commitment.LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
