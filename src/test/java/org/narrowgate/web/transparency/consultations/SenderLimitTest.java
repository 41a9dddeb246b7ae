package org.narrowgate.web.transparency.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;

class SenderLimitTest {
    private final TravelledClock clock = new TravelledClock();
    private final SenderLimit limit = new SenderLimit(clock);

    @Test
    void admitsTenFromOneAddressWithinTheHour() {
        // Given
        send(10, "203.0.113.7");
        // When and then
        assertThat(limit.admits("203.0.113.7")).isFalse();
        assertThat(limit.admits("203.0.113.8")).isTrue();
    }

    @Test
    void admitsAgainOnceTheHourIsOver() {
        // Given
        send(10, "203.0.113.7");
        // When
        clock.set(clock.instant().plusSeconds(3601));
        // Then
        assertThat(limit.admits("203.0.113.7")).isTrue();
    }

    @Test
    void takesTheAddressesOfOneSubscriberForOne() {
        // Given
        send(5, "2001:db8:1:2::1");
        send(5, "2001:db8:1:2:ffff::9");
        // When and then
        assertThat(limit.admits("2001:db8:1:2::3")).isFalse();
        assertThat(limit.admits("2001:db8:1:3::3")).isTrue();
    }

    @Test
    void forgetsThoseLongestUnheardOfRatherThanGrow() {
        // Given
        send(10, "203.0.113.7");
        // When
        for (int other = 0; other < 10_000; other++) {
            limit.add("10.0." + other / 256 + "." + other % 256);
        }
        // Then
        assertThat(limit.admits("203.0.113.7")).isTrue();
        assertThat(limit.senders()).isEqualTo(10_000);
    }

    @Test
    void looksNoNameUp() {
        // Given
        send(10, "no.such.host.example");
        // When and then
        assertThat(limit.admits("no.other.host.example")).isFalse();
    }

    private void send(int times, String address) {
        for (int sent = 0; sent < times; sent++) {
            limit.add(address);
        }
    }
}
