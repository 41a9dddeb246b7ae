package org.narrowgate.ledger.store;

import java.util.List;
import org.narrowgate.ledger.tree.Hash;

/** MTH of RFC 6962, section 2.1, word by word, over leaf hashes that are all in memory. */
final class BruteForceTree {
    private BruteForceTree() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }
}
