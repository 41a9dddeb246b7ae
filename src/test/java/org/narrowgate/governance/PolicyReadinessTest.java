package org.narrowgate.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

class PolicyReadinessTest {
    private static final Instant NOON = Instant.parse("2018-05-09T12:00:00Z");
    private final Published published = new Published();
    private final PolicyInForce policy = new PolicyInForce(published, Clock.fixed(NOON, ZoneOffset.UTC));
    private final PolicyReadiness readiness = new PolicyReadiness(policy);

    @Test
    void learnsOfAPolicyThatSupersededTheOneAtHand() {
        // Given
        published.newest = 1;
        policy.current();
        published.newest = 2;
        // When
        var answer = readiness.call();
        // Then
        assertThat(answer.getData()).contains(Map.of("policyVersion", 2L));
        assertThat(policy.current().number()).isEqualTo(2);
    }

    private static final class Published implements PolicyVersions {
        private int newest;

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            return version(newest);
        }

        @Override
        public OptionalInt numberInForce(Instant now) {
            return OptionalInt.of(newest);
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            return Optional.of(new PolicyVersion(number, Policy.shipped(), NOON));
        }
    }
}
