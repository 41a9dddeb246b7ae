package org.narrowgate.registry.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** A database of the registry's own tests, because they empty it, and an ear on what Hibernate sends to it. */
public final class RegistryProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.hibernate-orm.unsupported-properties.\"hibernate.session_factory.statement_inspector\"",
                SentStatements.class.getName());
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of(), true));
    }
}
