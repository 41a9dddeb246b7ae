package org.narrowgate.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Set;
import org.narrowgate.dev.EmbeddedDatabaseForTests;

/** The door before casework that answers as a test tells it. */
public final class FakeCasework implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeTracingRequests.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(EmbeddedDatabaseForTests.class), new TestResourceEntry(TokensForTests.class));
    }

    // Tokens that no identity provider would give have to be signed by the test itself.
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
