package org.narrowgate.ledger.store;

import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.Share;
import org.narrowgate.observation.Part;
import org.narrowgate.observation.Watch;

/** A log with somebody watching how long an append takes, its wait for the batch included. */
public final class TimedLedger implements Ledger, AutoCloseable {
    private final GroupCommitLedger ledger;
    private final Watch watch;

    public TimedLedger(GroupCommitLedger ledger, Watch watch) {
        this.ledger = ledger;
        this.watch = watch;
    }

    @Override
    public <M, R> Appended<R> append(Entry entry, Share<M, R> share, M member) {
        try (var _ = watch.begin(Part.APPEND)) {
            return ledger.append(entry, share, member);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
