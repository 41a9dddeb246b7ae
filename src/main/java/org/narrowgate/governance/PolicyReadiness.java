package org.narrowgate.governance;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.narrowgate.policy.PolicyInForce;

/** Ready only with a policy in force: without one nothing can be decided, and everything would be refused by failing. */
@Readiness
@ApplicationScoped
class PolicyReadiness implements HealthCheck {
    private final PolicyInForce policy;

    PolicyReadiness(PolicyInForce policy) {
        this.policy = policy;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("policy in force");
        try {
            // Asked for anew, so that a replica that writes nothing down learns of a new policy all the same.
            return response.up()
                    .withData("policyVersion", policy.refresh().number())
                    .build();
        } catch (RuntimeException e) {
            // Not migrated yet, or the database is away: either way it may come back without a restart.
            return response.down().build();
        }
    }
}
