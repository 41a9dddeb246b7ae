package org.narrowgate.registry.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** A database of the registry's own tests, because they empty it, and an ear on what the registry sends to it. */
public final class RegistryProfile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(HeardRegistry.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of(), true));
    }
}
