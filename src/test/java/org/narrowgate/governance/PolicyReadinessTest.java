package org.narrowgate.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Stops;

class PolicyReadinessTest {
    private static final Instant NOON = Instant.parse("2018-05-09T12:00:00Z");
    private final PublishedVersions published = new PublishedVersions();
    private final PolicyInForce policy = new PolicyInForce(published, () -> 0);
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

    private static final class PublishedVersions implements PolicyVersions {
        private int newest;

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            return version(newest);
        }

        @Override
        public Optional<Published> published() {
            return Optional.of(new Published(new PolicyMark(newest, 0), newest));
        }

        @Override
        public List<PolicyVersion> toCome() {
            return List.of();
        }

        @Override
        public Stops stops() {
            return Stops.NONE;
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            return Optional.of(new PolicyVersion(number, Policy.shipped(), NOON));
        }
    }
}
