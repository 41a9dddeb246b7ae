package org.narrowgate.ledger.tree;

import java.util.List;

/**
 * Shows that a tree only grew: that the older one's leaves are the newer one's first (RFC 6962, section 2.1.2).
 *
 * @param path empty where nothing was added, and where there was nothing to add to
 */
public record ConsistencyProof(long older, long newer, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("the older tree is not the larger one");
        }
    }

    /** Whether the tree of {@code older} leaves with that root grew to the one of {@code newer} leaves with this. */
    public boolean proves(Hash olderRoot, Hash newerRoot) {
        if (older == 0) {
            return path.isEmpty() && olderRoot.equals(Hash.EMPTY) && (newer > 0 || newerRoot.equals(Hash.EMPTY));
        }
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        return climbs(olderRoot, newerRoot);
    }

    private boolean climbs(Hash olderRoot, Hash newerRoot) {
        int levels = Long.numberOfTrailingZeros(older);
        long node = (older >>> levels) - 1;
        long last = (newer - 1) >>> levels;
        // A whole older tree is itself the node that the path starts from.
        boolean whole = node == 0;
        if (!whole && path.isEmpty()) {
            return false;
        }
        var start = whole ? olderRoot : path.getFirst();
        var then = start;
        var now = start;
        for (var neighbour : path.subList(whole ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                then = Hash.node(neighbour, then);
                now = Hash.node(neighbour, now);
                int unpaired = Long.numberOfTrailingZeros(node);
                node >>>= unpaired;
                last >>>= unpaired;
            } else {
                now = Hash.node(now, neighbour);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && then.equals(olderRoot) && now.equals(newerRoot);
    }
}
