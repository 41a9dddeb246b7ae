package org.narrowgate.ledger.verification;

import java.util.Optional;
import org.narrowgate.ledger.tree.Hash;

/** The roots over full tiles of leaves, as they were last time; asked for, and kept for next time, in order. */
interface TileRoots {
    /** The root over tile {@code number}, where that tile was full last time. Each is asked for once, in order. */
    Optional<Hash> known(long number);

    /** How many of them are taken from last time, and not read and checked again. */
    long trusted();

    /** The next one; kept only once the whole log has been found to hold. */
    void add(Hash root);

    /** Where nothing is kept from one time to the next. */
    static TileRoots none() {
        return new TileRoots() {
            @Override
            public Optional<Hash> known(long number) {
                return Optional.empty();
            }

            @Override
            public long trusted() {
                return 0;
            }

            @Override
            public void add(Hash root) {
                // Nobody will ask for it.
            }
        };
    }
}
