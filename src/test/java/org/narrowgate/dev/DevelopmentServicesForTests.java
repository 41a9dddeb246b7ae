package org.narrowgate.dev;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.narrowgate.observation.Observed;

/** The embedded PostgreSQL and the development identity provider for booted tests: one of each for all of them. */
public final class DevelopmentServicesForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedDatabase database;
    private @Nullable DevelopmentIdentityProvider identityProvider;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.start();
        identityProvider = DevelopmentIdentityProvider.startOnFreePort();
        var settings = new HashMap<>(database.settings());
        settings.putAll(identityProvider.settings());
        settings.putAll(DevelopmentLog.startFresh().settings());
        settings.putAll(Observed.settings());
        // The package has no profile for tests, and would find an empty database.
        settings.put("quarkus.flyway.migrate-at-start", "true");
        return settings;
    }

    @Override
    public void stop() {
        if (identityProvider != null) {
            identityProvider.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
