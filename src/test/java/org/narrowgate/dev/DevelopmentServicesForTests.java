package org.narrowgate.dev;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
        // Nor one for ports: given any, it would count bytes by port at one of its two doors and not at the other, and
        // stop over that.
        settings.put("quarkus.http.port", freePort());
        settings.put("quarkus.management.port", freePort());
        return settings;
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
