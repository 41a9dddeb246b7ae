package org.narrowgate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What another room has at stake in an append: what must still hold for an entry to be written, and what is written
 * beside it in the same commit. Opaque to the log.
 *
 * @param <M> one append's member of this share
 * @param <R> why a member may not be written
 */
public interface Share<M, R> {
    /**
     * Under the append's lock, for all members of a batch at once: why each may not be written, empty where it may.
     * Nobody else can append, anywhere, until this batch is committed. One answer per member, in order.
     */
    List<Optional<R>> objections(Connection connection, List<M> members) throws SQLException;

    /** Writes what belongs to the admitted members; one position per member, in order. */
    void write(Connection connection, List<M> members, List<Position> positions) throws SQLException;
}
