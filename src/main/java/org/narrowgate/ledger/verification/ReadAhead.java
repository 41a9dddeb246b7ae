package org.narrowgate.ledger.verification;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Reads several pieces of a log at once and gives them in order; never more of them than it may hold. */
final class ReadAhead<T> implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int MOST_HELD = 4 * AT_ONCE;

    private final ExecutorService readers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final Queue<Future<T>> ahead = new ArrayDeque<>(MOST_HELD);
    private final LongFunction<T> read;
    private final long end;
    private long next;

    /** Reads the pieces numbered from {@code from} up to {@code end}. */
    ReadAhead(long from, long end, LongFunction<T> read) {
        this.read = read;
        this.end = end;
        this.next = from;
    }

    /** The next piece; throws what reading it threw. */
    T take() {
        while (next < end && ahead.size() < MOST_HELD) {
            long number = next++;
            ahead.add(readers.submit(() -> read.apply(number)));
        }
        try {
            return ahead.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreachableException("interrupted");
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
