package org.narrowgate.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The door before casework that answers as a test tells it. */
public final class FakeCasework implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeTracingRequests.class, AllButTheCoroner.class);
    }
}
