package org.narrowgate.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.narrowgate.registry.ReplicaStanding;

/** Tells operators how the registry's replica fares. It never takes the gateway out of service: the primary has it all. */
@Readiness
@ApplicationScoped
class ReplicaReadiness implements HealthCheck {
    private final RegistryReplica replica;

    ReplicaReadiness(RegistryReplica replica) {
        this.replica = replica;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("registry replica").up();
        switch (replica.standing()) {
            case ReplicaStanding.None() -> response.withData("reading", "primary");
            case ReplicaStanding.InUse(var lag) ->
                response.withData("reading", "replica").withData("lagMillis", lag.toMillis());
            case ReplicaStanding.Behind(var lag) ->
                response.withData("reading", "primary")
                        .withData("lagMillis", lag.toMillis())
                        .withData("warning", "the registry's replica lags behind: values are read from the primary");
            case ReplicaStanding.Unknown() ->
                response.withData("reading", "primary")
                        .withData(
                                "warning", "the registry's replica does not answer: values are read from the primary");
        }
        return response.build();
    }
}
