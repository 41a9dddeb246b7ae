package org.narrowgate.api.entrance;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * How long a call waits at most, whatever hangs behind it: a database, the identity provider, a queue for threads. The
 * one who answers claims the call first, so that none is answered twice.
 */
final class InTime {
    // More than an append may wait (GroupCommitLedger.Bounds), less than what usually stands in front waits for us.
    static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String WAITING = InTime.class.getName();

    private InTime() {}

    /** Who waits, until somebody claims them. The timer holds this alone: no call, with all that was sent, once answered. */
    private record Waiting(AtomicReference<RoutingContext> call, AtomicLong timer) {
        boolean claim() {
            var claimed = call.getAndSet(null);
            if (claimed == null) {
                return false;
            }
            claimed.vertx().cancelTimer(timer.get());
            return true;
        }
    }

    /** Lets the call go on, and gives it up when its time is over. */
    static void watch(RoutingContext call, Consumer<RoutingContext> givingUp) {
        var waiting = new Waiting(new AtomicReference<>(call), new AtomicLong());
        call.put(WAITING, waiting);
        waiting.timer.set(call.vertx().setTimer(LONGEST.toMillis(), _ -> {
            var late = waiting.call.get();
            if (late != null) {
                givingUp.accept(late);
            }
        }));
        // Answered by somebody else: Quarkus, whose door turns tokens away that do not hold.
        call.addEndHandler(_ -> waiting.claim());
        call.next();
    }

    /** Whether the call may be answered by whoever asks: once, by the first. */
    static boolean claim(RoutingContext call) {
        return call.<Waiting>get(WAITING).claim() && !call.response().ended();
    }

    /** Whether nobody waits for it any more: nothing more may be disclosed to it. */
    static boolean isOver(RoutingContext call) {
        return call.<Waiting>get(WAITING).call.get() == null || call.response().ended();
    }
}
