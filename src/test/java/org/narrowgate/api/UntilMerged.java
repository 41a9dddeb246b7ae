package org.narrowgate.api;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.narrowgate.api.ask.Offences;
import org.narrowgate.caller.AgencyOfClient;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Offence;

/** Stands for the casework and the policy until they are there; to be deleted then. */
@ApplicationScoped
class UntilMerged {
    private static final Set<String> AGENCIES = Set.of("home-office", "court-service", "counter-fraud");

    @Produces
    @DefaultBean
    @ApplicationScoped
    TracingRequests requests() {
        return new FakeTracingRequests();
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    AgencyOfClient agencies() {
        return client -> AGENCIES.contains(client) ? Optional.of(new AgencyId(client)) : Optional.empty();
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    Offences offences() {
        return code -> code.equals("fraud")
                ? Optional.of(new Offence("fraud", "Fraud Act 2006 s.1", OptionalInt.of(120), Offence.Kind.GENERAL))
                : Optional.empty();
    }
}
