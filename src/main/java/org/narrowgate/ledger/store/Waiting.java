package org.narrowgate.ledger.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Share;

/** An append on its way into a batch. Either the writer takes it or its caller abandons it, never both. */
final class Waiting<M, R> {
    final SealedEntry entry;
    final Share<M, R> share;
    final M member;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Appended<R>> answer = new CompletableFuture<>();

    Waiting(SealedEntry entry, Share<M, R> share, M member) {
        this.entry = entry;
        this.share = share;
        this.member = member;
    }

    /** Whether the writer may take it: not where its caller has given up, so that nobody is left unaware of an entry. */
    boolean take() {
        return claimed.compareAndSet(false, true);
    }

    void answer(Appended<R> appended) {
        answer.complete(appended);
    }

    void fail(LedgerUnavailableException failure) {
        answer.completeExceptionally(failure);
    }

    /** @throws LedgerUnavailableException when it failed, or is not known to be written in time */
    Appended<R> await(Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LedgerUnavailableException("the append failed");
        } catch (TimeoutException e) {
            throw new LedgerUnavailableException(
                    claimed.compareAndSet(false, true)
                            ? "the append was given up before it was begun"
                            : "the append was not known to be written in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("the wait for the append was interrupted");
        }
    }
}
