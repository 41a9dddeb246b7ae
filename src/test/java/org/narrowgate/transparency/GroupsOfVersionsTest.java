package org.narrowgate.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Stops;

class GroupsOfVersionsTest {
    @Test
    void anAgencyIsInTheColumnOfTheVersionThatItsEntryNames() {
        // Given
        var shipped = Policy.shipped();
        var moved = Policy.read(shipped.canonicalJson()
                .replace(
                        "\"group\":\"Court Order\",\"id\":\"court-service\"",
                        "\"group\":\"Others\",\"id\":\"court-service\""));
        assertThat(moved.hash()).isNotEqualTo(shipped.hash());
        // When
        var groups = new GroupsOfVersions(new Published(Map.of(1, shipped, 2, moved)));
        // Then
        assertThat(groups.groupOf("court-service", 1)).isEqualTo(AgencyGroup.COURT_ORDER);
        assertThat(groups.groupOf("court-service", 2)).isEqualTo(AgencyGroup.OTHERS);
        assertThat(groups.groupOf("coroner", 2)).isEqualTo(AgencyGroup.HM_CORONER);
    }

    private record Published(Map<Integer, Policy> policies) implements PolicyVersions {
        Published {
            policies = Map.copyOf(policies);
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            return Optional.ofNullable(policies.get(number))
                    .map(policy -> new PolicyVersion(number, policy, Instant.EPOCH));
        }

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            throw new UnsupportedOperationException("a register is told the number");
        }

        @Override
        public Optional<PolicyVersions.Published> published() {
            throw new UnsupportedOperationException("a register is told the number");
        }

        @Override
        public List<PolicyVersion> toCome() {
            throw new UnsupportedOperationException("a register is told the number");
        }

        @Override
        public Stops stops() {
            throw new UnsupportedOperationException("a register is told the number");
        }
    }
}
