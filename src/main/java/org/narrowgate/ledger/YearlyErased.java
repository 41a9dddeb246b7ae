package org.narrowgate.ledger;

/**
 * A kind of entry that belongs to no request and whose particulars are erased a year after they were written. A room
 * that writes such entries has a bean of this; the retention job finds them all.
 */
@FunctionalInterface
public interface YearlyErased {
    /** As the entries' circumstances name it. */
    String kind();
}
