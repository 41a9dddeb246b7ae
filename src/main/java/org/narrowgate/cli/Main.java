package org.narrowgate.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import org.narrowgate.cli.ApplicationNeeded.Use;
import org.narrowgate.cli.Narrowgate.Ending;

/** Where the process starts. */
@QuarkusMain
public final class Main {
    // A command needs the database, not a door that strangers could meanwhile knock at.
    private static final Map<String, String> BEHIND_CLOSED_DOORS = Map.ofEntries(
            Map.entry("quarkus.http.host-enabled", "false"),
            Map.entry("quarkus.management.port", "0"),
            Map.entry("quarkus.management.host", "127.0.0.1"),
            Map.entry("quarkus.oidc.tenant-enabled", "false"),
            Map.entry("quarkus.scheduler.enabled", "false"),
            Map.entry("quarkus.oidc.console.tenant-enabled", "false"),
            Map.entry("quarkus.oidc.my-record.tenant-enabled", "false"),
            Map.entry("quarkus.log.console.level", "WARN"),
            // People read these, and nobody traces them.
            Map.entry("quarkus.log.console.json.enabled", "false"),
            Map.entry("quarkus.otel.sdk.disabled", "true"),
            // Nor does it sign.
            Map.entry("narrowgate.log.signing-keys", ""),
            Map.entry("narrowgate.log.ticking", "on-demand"),
            // Nobody waits for an answer: one statement may take an hour. And nobody is served who could be sent on.
            Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0"),
            Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c statement_timeout=0"),
            Map.entry("quarkus.shutdown.delay", "0S"));

    private Main() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        startDevelopmentServices();
        switch (Narrowgate.beforeTheApplication(arguments)) {
            case Ending.Exit(var code) -> System.exit(code);
            case Ending.Needs(var use) -> run(use, arguments);
        }
    }

    private static void run(Use use, String... arguments) {
        var settings = SettingsBeforeStart.read();
        var fault = RequiredSettings.missingFor(use, settings).or(() -> LogSettings.unusableFor(use, settings));
        if (fault.isPresent()) {
            System.err.println("narrowgate: " + fault.get());
            System.exit(2);
        }
        switch (use) {
            case SERVE -> {
                RequiredSettings.withoutWhatNeedsMore(settings).forEach(System::setProperty);
                Quarkus.run(arguments);
            }
            case REGISTRY, ARCHIVE, MIGRATION, ERASURE, VERIFICATION -> {
                BEHIND_CLOSED_DOORS.forEach(System::setProperty);
                Quarkus.run(CommandInApplication.class, (code, failure) -> System.exit(code), arguments);
            }
        }
    }

    /** By name, and by its presence: the dev room is not in the package, and Quarkus does not know its mode yet. */
    private static void startDevelopmentServices() throws ReflectiveOperationException {
        Class<?> services;
        try {
            services =
                    Thread.currentThread().getContextClassLoader().loadClass("org.narrowgate.dev.DevelopmentServices");
        } catch (ClassNotFoundException packaged) {
            return;
        }
        services.getMethod("start").invoke(null);
    }
}
