package org.narrowgate.rights.request;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.narrowgate.TravelledClock;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** An application with a database of its own, whose clock a test sets: notices run out as days go by. */
public final class TravelledRights implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TravelledClock.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of(), true));
    }
}
