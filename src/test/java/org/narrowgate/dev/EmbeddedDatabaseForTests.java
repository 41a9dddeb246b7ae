package org.narrowgate.dev;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL for booted tests: one for all of them. */
public final class EmbeddedDatabaseForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.start();
        return database.settings();
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
