package org.narrowgate.dev;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/** What {@code quarkus:dev} starts before the application. */
public final class DevelopmentServices {
    private DevelopmentServices() {}

    /** Starts them once a process: a live reload finds them running, and the settings still in place. */
    public static void start() throws ReflectiveOperationException {
        if (System.getProperty("quarkus.datasource.jdbc.url") == null) {
            settingsOf("org.narrowgate.dev.EmbeddedDatabase").forEach(System::setProperty);
            // Only with it: a last checkpoint outlives no database.
            settingsOf("org.narrowgate.dev.DevelopmentLog").forEach(System::setProperty);
        }
        if (System.getProperty("quarkus.oidc.auth-server-url") == null) {
            settingsOf("org.narrowgate.dev.DevelopmentIdentityProvider").forEach(System::setProperty);
        }
    }

    /**
     * Starts a service in a class loader of its own. A live reload closes the application's, and a service that
     * outlives the reload could load no further class from it.
     */
    @SuppressWarnings("unchecked")
    private static Map<String, String> settingsOf(String service) throws ReflectiveOperationException {
        var here = DevelopmentServices.class;
        var classes = new URL[] {here.getProtectionDomain().getCodeSource().getLocation()};
        var type = Class.forName(
                service, true, new URLClassLoader(classes, here.getClassLoader().getParent()));
        var started = type.getMethod("start").invoke(null);
        return (Map<String, String>) type.getMethod("settings").invoke(started);
    }
}
