package org.narrowgate.cli;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.narrowgate.cli.ApplicationNeeded.Use;

/** The settings without which nothing starts: none has a default, so that none is ever a guess. */
final class RequiredSettings {
    private static final Map<String, String> DATABASE = inOrder(
            "quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL (the database, as jdbc:postgresql://host/name)",
            "quarkus.datasource.username", "QUARKUS_DATASOURCE_USERNAME (the application's role)",
            "quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD (the application's role's)");
    private static final Map<String, String> OWNER = inOrder(
            "quarkus.flyway.username", "QUARKUS_FLYWAY_USERNAME (the role that owns the tables)",
            "quarkus.flyway.password", "QUARKUS_FLYWAY_PASSWORD (the owner's)");
    private static final Map<String, String> IDENTITY_PROVIDER =
            inOrder("quarkus.oidc.auth-server-url", "QUARKUS_OIDC_AUTH_SERVER_URL (the issuer of access tokens)");
    // What people sign in to with a browser, by the tenant's name.
    private static final List<String> SIGNED_IN_TO = List.of("console", "my-record");

    private static final Map<String, Map<String, String>> ROLES_MADE = Map.of(
            "quarkus.datasource.registry-replica.username",
            inOrder(
                    "quarkus.datasource.registry-replica.password",
                    "QUARKUS_DATASOURCE_REGISTRY_REPLICA_PASSWORD (of the role that reads at a replica)"),
            "narrowgate.log.verifier-username",
            inOrder(
                    "narrowgate.log.verifier-password",
                    "NARROWGATE_LOG_VERIFIER_PASSWORD (of the role that verifies the log)"));
    // Either names where traces are sent; Quarkus's default would be a collector on this very machine.
    private static final List<String> TRACES_GO_TO =
            List.of("quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint");

    private RequiredSettings() {}

    /** A sentence that names every setting that is missing. */
    static Optional<String> missingFor(Use use, Config settings) {
        var needed = switch (use) {
            case SERVE -> List.of(DATABASE, IDENTITY_PROVIDER);
            case MIGRATION -> List.of(DATABASE, OWNER);
            case REGISTRY, ARCHIVE, ERASURE, VERIFICATION -> List.of(DATABASE);
        };
        var missing = Stream.concat(needed.stream(), passwordsOf(use, settings))
                .flatMap(several -> several.entrySet().stream())
                .filter(setting -> settings.getOptionalValue(setting.getKey(), String.class)
                        .isEmpty())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of("set " + missing + " and start again");
    }

    // No role is made without one.
    private static Stream<Map<String, String>> passwordsOf(Use use, Config settings) {
        return ROLES_MADE.entrySet().stream()
                .filter(_ -> use == Use.MIGRATION)
                .filter(role ->
                        settings.getOptionalValue(role.getKey(), String.class).isPresent())
                .map(Map.Entry::getValue);
    }

    /** What is switched off where its own setting is missing: the rest is served without it. */
    static Map<String, String> withoutWhatNeedsMore(Config settings) {
        var off = new HashMap<>(withoutClients(settings));
        if (TRACES_GO_TO.stream().noneMatch(setting -> isSet(setting, settings))) {
            off.put("quarkus.otel.sdk.disabled", "true");
        }
        return Map.copyOf(off);
    }

    private static Map<String, String> withoutClients(Config settings) {
        return SIGNED_IN_TO.stream()
                .filter(tenant -> !isSet("quarkus.oidc." + tenant + ".credentials.secret", settings))
                .collect(toUnmodifiableMap(tenant -> "quarkus.oidc." + tenant + ".tenant-enabled", tenant -> "false"));
    }

    private static boolean isSet(String setting, Config settings) {
        return settings.getOptionalValue(setting, String.class)
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    private static Map<String, String> inOrder(String... pairs) {
        var settings = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return settings;
    }
}
