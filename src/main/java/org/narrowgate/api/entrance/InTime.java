package org.narrowgate.api.entrance;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * How long a call waits at most, whatever hangs behind it: a database, the identity provider, a queue for threads. The
 * one who answers claims the call first, so that none is answered twice.
 */
final class InTime {
    // More than an append may wait (GroupCommitLedger.Bounds), less than what usually stands in front waits for us.
    static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String CLAIMED = InTime.class.getName();

    private InTime() {}

    /** Lets the call go on, and gives it up when its time is over. */
    static void watch(RoutingContext call, Consumer<RoutingContext> givingUp) {
        call.put(CLAIMED, new AtomicBoolean());
        var timer = call.vertx().setTimer(LONGEST.toMillis(), _ -> givingUp.accept(call));
        call.addEndHandler(_ -> call.vertx().cancelTimer(timer));
        call.next();
    }

    /** Whether the call may be answered by whoever asks: once, by the first. */
    static boolean claim(RoutingContext call) {
        return call.<AtomicBoolean>get(CLAIMED).compareAndSet(false, true)
                && !call.response().ended();
    }

    /** Whether nobody waits for it any more: nothing more may be disclosed to it. */
    static boolean isOver(RoutingContext call) {
        return call.<AtomicBoolean>get(CLAIMED).get() || call.response().ended();
    }
}
