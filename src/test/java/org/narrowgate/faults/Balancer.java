package org.narrowgate.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends each call to a replica that was ready when it last looked, once a second: as a service of Kubernetes does. */
final class Balancer implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Replica> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread looking;
    private volatile List<Replica> ready;

    private Balancer(List<Replica> all) {
        this.all = all;
        this.ready = ready(all);
        this.looking = Thread.ofVirtual().start(this::look);
    }

    static Balancer over(Replica... replicas) {
        return new Balancer(List.of(replicas));
    }

    URI next() {
        var now = ready;
        if (now.isEmpty()) {
            throw new IllegalStateException("no replica is ready");
        }
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).address();
    }

    @Override
    public void close() throws InterruptedException {
        looking.interrupt();
        looking.join();
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY);
                ready = ready(all);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<Replica> ready(List<Replica> all) {
        return all.stream().filter(Replica::isReady).toList();
    }
}
