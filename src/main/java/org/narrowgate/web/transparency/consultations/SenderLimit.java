package org.narrowgate.web.transparency.consultations;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many representations come from one network address. In the memory of this replica only, for an hour, and under a
 * key that is never told: no address is kept anywhere.
 */
@ApplicationScoped
class SenderLimit {
    // A library or a surgery is one address for many people.
    private static final int MOST_AN_HOUR = 10;
    private static final int MOST_SENDERS = 10_000;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int NETWORK_OF_IPV6 = 8;
    private static final int BYTES_OF_IPV6 = 16;

    private final Clock clock;
    private final SecretKeySpec key = newKey();
    private final Map<Long, Count> counts = new LinkedHashMap<>();

    private record Count(Instant since, int sent) {}

    SenderLimit(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more may come from there now. */
    synchronized boolean admits(String address) {
        return count(address).sent() < MOST_AN_HOUR;
    }

    /** Counts one that was kept. */
    synchronized void add(String address) {
        var before = count(address);
        // Put in anew, so that the longest unheard of goes first.
        counts.remove(pseudonym(address));
        counts.put(pseudonym(address), new Count(before.since(), before.sent() + 1));
        if (counts.size() > MOST_SENDERS) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    synchronized int senders() {
        return counts.size();
    }

    private Count count(String address) {
        var now = clock.instant();
        var known = counts.get(pseudonym(address));
        return known == null || known.since().plus(WINDOW).isBefore(now) ? new Count(now, 0) : known;
    }

    private long pseudonym(String address) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(network(address))).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Of an IPv6 address the part that one subscriber has; what is no address counts as one sender. */
    private static byte[] network(String address) {
        try {
            // A literal is never looked up in the net.
            var bytes = address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                    ? InetAddress.getByName(address).getAddress()
                    : new byte[0];
            return bytes.length == BYTES_OF_IPV6 ? Arrays.copyOf(bytes, NETWORK_OF_IPV6) : bytes;
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    private static SecretKeySpec newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
