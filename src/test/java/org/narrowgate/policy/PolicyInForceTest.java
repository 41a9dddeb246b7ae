package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyInForceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Stoppable COURT = new Stoppable.OfAgency(new AgencyId("court-service"));

    private final PublishedVersions published = new PublishedVersions();
    private Duration passed = Duration.ZERO;
    private final PolicyInForce policyInForce = new PolicyInForce(published, () -> passed.toNanos());

    @Test
    void readsADocumentOnceWhileItsNumberIsInForce() {
        // Given
        published.publish(1, NOON);
        // When
        var first = policyInForce.current();
        var again = policyInForce.refresh();
        // Then
        assertThat(again).isSameAs(first).isSameAs(policyInForce.current());
        assertThat(published.documentsRead).isEqualTo(1);
    }

    @Test
    void keepsTheVersionUntilItIsRefreshed() {
        // Given
        published.publish(1, NOON);
        var first = policyInForce.current();
        // When
        published.publish(2, NOON);
        passed = Duration.ofMillis(999);
        // Then
        assertThat(policyInForce.current()).isSameAs(first);
        assertThat(policyInForce.refresh().number()).isEqualTo(2);
        assertThat(policyInForce.current().number()).isEqualTo(2);
    }

    @Test
    void looksAnewOnceASecondHasPassed() {
        // Given
        published.publish(1, NOON);
        published.publish(2, NOON.plusSeconds(60));
        policyInForce.current();
        // When
        published.now = NOON.plusSeconds(60);
        passed = Duration.ofSeconds(1);
        // Then
        assertThat(policyInForce.current().number()).isEqualTo(2);
        assertThat(policyInForce.current().number()).isEqualTo(2);
        assertThat(published.looks).isEqualTo(2);
    }

    @Test
    void givesTheVersionUnderWhatIsStopped() {
        // Given
        published.publish(1, NOON);
        policyInForce.current();
        // When
        published.stops = new Stops(7, Map.of(COURT, 7L));
        var stopped = policyInForce.refresh();
        // Then
        assertThat(stopped.mark()).isEqualTo(new PolicyMark(1, 7));
        assertThat(stopped.policy().stops()).isEqualTo(published.stops);
        assertThat(stopped.policy().hash()).isEqualTo(Policy.shipped().hash());
    }

    @Test
    void doesNotReadAVersionBeforeItsTime() {
        // Given
        published.publish(1, NOON);
        published.publish(2, NOON.plusSeconds(1));
        // When, Then
        assertThat(policyInForce.refresh().number()).isEqualTo(1);
    }

    @Test
    void knowsWhatWillBeInForceAsFarAsIsAnnounced() {
        // Given
        published.publish(1, NOON);
        published.publish(2, NOON.plusSeconds(60));
        published.publish(3, NOON.plusSeconds(30));
        published.publish(4, NOON.plusSeconds(90));
        published.stops = new Stops(1, Map.of(COURT, 1L));
        // When
        var announced = policyInForce.announcements();
        // Then
        assertThat(List.of(0, 29, 30, 60, 89, 90))
                .extracting(seconds -> announced.at(NOON.plusSeconds(seconds)).mark())
                .containsExactly(
                        new PolicyMark(1, 1),
                        new PolicyMark(1, 1),
                        new PolicyMark(3, 1),
                        new PolicyMark(3, 1),
                        new PolicyMark(3, 1),
                        new PolicyMark(4, 1));
    }

    @Test
    void hasNothingToDecideByWhileNothingIsInForce() {
        assertThatThrownBy(policyInForce::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no policy is in force");
    }

    @Test
    void doesNotGoBackToTheOldVersionWhereTheNewOneCannotBeRead() {
        // Given
        published.publish(1, NOON);
        policyInForce.current();
        published.publish(2, NOON);
        published.unreadable = 2;
        // When, Then
        assertThatThrownBy(policyInForce::refresh).hasMessage("policy version 2 does not bear its hash");
        assertThatThrownBy(policyInForce::current).hasMessage("policy version 2 does not bear its hash");
    }

    @Test
    void takesAVersionOnlyWithItsHash() {
        // Given
        var policy = Policy.shipped();
        var altered = policy.canonicalJson().replace("\"readings\":3", "\"readings\":4");
        // When, Then
        assertThat(PolicyVersion.kept(3, policy.canonicalJson(), policy.hash(), NOON)
                        .policy()
                        .document())
                .isEqualTo(policy.document());
        assertThatThrownBy(() -> PolicyVersion.kept(3, altered, policy.hash(), NOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("policy version 3 does not bear its hash");
    }

    private static final class PublishedVersions implements PolicyVersions {
        private final TreeMap<Integer, PolicyVersion> versions = new TreeMap<>();
        private Instant now = NOON;
        private Stops stops = Stops.NONE;
        private int documentsRead;
        private int looks;
        private int unreadable;

        void publish(int number, Instant inForceFrom) {
            versions.put(number, new PolicyVersion(number, Policy.shipped(), inForceFrom));
        }

        @Override
        public Optional<PolicyVersion> inForce(Instant moment) {
            return versions.descendingMap().values().stream()
                    .filter(version -> !version.inForceFrom().isAfter(moment))
                    .findFirst();
        }

        @Override
        public Optional<Published> published() {
            looks++;
            return inForce(now)
                    .map(version -> new Published(new PolicyMark(version.number(), stops.mark()), versions.lastKey()));
        }

        @Override
        public List<PolicyVersion> toCome() {
            return versions.values().stream()
                    .filter(version -> version.inForceFrom().isAfter(now))
                    .toList();
        }

        @Override
        public Stops stops() {
            return stops;
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            documentsRead++;
            if (number == unreadable) {
                throw new IllegalStateException("policy version " + number + " does not bear its hash");
            }
            return Optional.ofNullable(versions.get(number));
        }
    }
}
