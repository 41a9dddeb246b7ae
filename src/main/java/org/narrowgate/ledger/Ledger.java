package org.narrowgate.ledger;

/** The disclosure log. */
public interface Ledger {
    /**
     * Appends an entry with what stands or falls with it. On return an appended entry is durable, and so is
     * everything its share wrote; an objection leaves no trace.
     *
     * @throws LedgerUnavailableException when it is not known to be written: nothing may be released on it
     */
    <M, R> Appended<R> append(Entry entry, Share<M, R> share, M member);
}
