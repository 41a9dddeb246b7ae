package org.narrowgate.ledger.tree;

import java.util.List;

/**
 * Shows that a leaf is in a tree (RFC 6962, section 2.1.1).
 *
 * @param path the neighbours from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("an included leaf's index is below the size of the tree");
        }
    }

    /** Whether the leaf stands at {@code index} in the tree of {@code size} leaves that has this root. */
    public boolean proves(Hash leaf, Hash root) {
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var neighbour : path) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                hash = Hash.node(neighbour, hash);
                // Where it has no right neighbour, a node stands unchanged on the levels above.
                int levels = Long.numberOfTrailingZeros(node);
                node >>>= levels;
                last >>>= levels;
            } else {
                hash = Hash.node(hash, neighbour);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
