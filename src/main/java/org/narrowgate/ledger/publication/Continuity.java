package org.narrowgate.ledger.publication;

import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.tree.MerkleTree;

/** Whether a log is still the one of which a checkpoint was signed. */
final class Continuity {
    private Continuity() {}

    /**
     * Why it is not, in a sentence that stays the same for as long as the case does; empty where its first entries are
     * those that were signed.
     *
     * @param entries how many the log has
     * @param whereabouts where the earlier checkpoint was found, in words
     */
    static Optional<String> broken(MerkleTree tree, long entries, Checkpoint earlier, String whereabouts) {
        if (earlier.size() > entries) {
            return Optional.of("the log has fewer entries than the " + earlier.size() + " of the last checkpoint "
                    + whereabouts + ": it was truncated, or an older state was restored");
        }
        return tree.root(earlier.size()).equals(earlier.root())
                ? Optional.empty()
                : Optional.of("the first " + earlier.size() + " entries are not those of the last checkpoint "
                        + whereabouts + ": the log was altered, or is another one");
    }
}
