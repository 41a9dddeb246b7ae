package org.narrowgate.caller;

import io.quarkus.oidc.runtime.TenantConfigBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the identity provider's keys are known, and from then on whether it is there or not: its keys serve on, and
 * a provider that is away must not take every replica out of service. Quarkus's own check asks it anew each time.
 */
@Readiness
@ApplicationScoped
class IdentityProviderReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final TenantConfigBean tenants;

    IdentityProviderReadiness(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity provider")
                .status(knowsTheKeys())
                .build();
    }

    // Quarkus tries again with the next call, and none comes while this replica is not ready: so it is tried here.
    private boolean knowsTheKeys() {
        var agencies = tenants.getDefaultTenant();
        if (agencies.ready()) {
            return true;
        }
        try {
            return agencies.initialize().await().atMost(PATIENCE).ready();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
