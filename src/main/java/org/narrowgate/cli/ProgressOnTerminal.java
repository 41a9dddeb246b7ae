package org.narrowgate.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on standard error where that is a terminal; nothing in a log file or a pipe. */
final class ProgressOnTerminal implements AutoCloseable {
    private final Optional<ProgressBar> bar;

    private ProgressOnTerminal(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    @SuppressWarnings("SystemConsoleNull") // a system may have none at all
    static ProgressOnTerminal start(String task, String unit, long unitSize, long total) {
        // A console whose output is redirected is no terminal; only then is there nobody to watch.
        boolean watched = System.console() != null && System.console().isTerminal();
        return new ProgressOnTerminal(
                watched
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName(task)
                                .setUnit(unit, unitSize)
                                .setInitialMax(total)
                                .showSpeed()
                                .build())
                        : Optional.empty());
    }

    void reach(long amount) {
        bar.ifPresent(shown -> shown.stepTo(amount));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
