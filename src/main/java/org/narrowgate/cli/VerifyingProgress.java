package org.narrowgate.cli;

import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;

/** A bar of entries checked, from when it is known how many there are. */
final class VerifyingProgress implements AutoCloseable {
    private Optional<ProgressOnTerminal> shown = Optional.empty();

    void start(Checkpoint checkpoint) {
        shown = Optional.of(ProgressOnTerminal.start("entries", " entries", 1, checkpoint.size()));
    }

    void reach(long entries) {
        shown.ifPresent(bar -> bar.reach(entries));
    }

    @Override
    public void close() {
        shown.ifPresent(ProgressOnTerminal::close);
    }
}
