package org.narrowgate.ledger.verification;

import java.util.Optional;
import java.util.function.Consumer;
import org.narrowgate.ledger.tree.Hash;

/** The log as the tables hold it, at one moment. Every method throws {@link LogUnreachableException}. */
public interface KeptLog {
    /** How many entries there are. */
    long entries();

    /** All of them in order of index, one after the other: never more than some hundreds are in memory. */
    void forEach(Consumer<KeptEntry> reader);

    /** The root of a full tile, as it was written down when it was full. */
    Optional<Hash> tileRoot(int level, long number);

    /** The last checkpoint that was published, as its text. */
    Optional<String> lastCheckpoint();
}
