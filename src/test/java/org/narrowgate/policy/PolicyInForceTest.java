package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyInForceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Published published = new Published();
    private final PolicyInForce policyInForce = new PolicyInForce(published, Clock.fixed(NOON, ZoneOffset.UTC));

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
        // Then
        assertThat(policyInForce.current()).isSameAs(first);
        assertThat(policyInForce.refresh().number()).isEqualTo(2);
        assertThat(policyInForce.current().number()).isEqualTo(2);
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

    private static final class Published implements PolicyVersions {
        private final TreeMap<Integer, PolicyVersion> versions = new TreeMap<>();
        private int documentsRead;
        private int unreadable;

        void publish(int number, Instant inForceFrom) {
            versions.put(number, new PolicyVersion(number, Policy.shipped(), inForceFrom));
        }

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            return numberInForce(now).stream().boxed().findFirst().flatMap(this::version);
        }

        @Override
        public OptionalInt numberInForce(Instant now) {
            return versions.descendingMap().values().stream()
                    .filter(version -> !version.inForceFrom().isAfter(now))
                    .mapToInt(PolicyVersion::number)
                    .findFirst();
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
