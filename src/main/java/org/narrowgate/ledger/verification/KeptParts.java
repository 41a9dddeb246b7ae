package org.narrowgate.ledger.verification;

import java.util.Arrays;
import org.narrowgate.ledger.Commitment;

/** Whether an entry's parts are what its leaf commits to. */
final class KeptParts {
    private KeptParts() {}

    /** @throws BrokenLogException naming the entry and the part */
    static void check(KeptEntry entry) {
        if (entry.circumstancesSalt().length != Commitment.LENGTH || !isLeaf(entry)) {
            throw broken(entry, "circumstances do not hash to its leaf");
        }
        entry.particulars()
                .filter(part -> part.salt().length != Commitment.LENGTH
                        || !Arrays.equals(Commitment.ofPart(part.salt(), part.content()), entry.particularsHash()))
                .ifPresent(part -> {
                    throw broken(entry, "particulars do not hash to what its leaf commits to");
                });
    }

    private static boolean isLeaf(KeptEntry entry) {
        var circumstances = Commitment.ofPart(entry.circumstancesSalt(), entry.circumstances());
        return Arrays.equals(
                Commitment.leaf(Commitment.ofEntry(circumstances, entry.particularsHash())), entry.leafHash());
    }

    private static BrokenLogException broken(KeptEntry entry, String what) {
        return new BrokenLogException("entry " + entry.index() + ": " + what);
    }
}
