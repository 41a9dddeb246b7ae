package org.narrowgate.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL that lives and dies with this process. Its superuser is the owner {@code postgres}. */
public final class EmbeddedDatabase implements AutoCloseable {
    // A machine that builds at the same time takes longer than the 10 s of the library.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one on a free port of this machine, in a folder that is removed when it stops. */
    public static EmbeddedDatabase start() {
        try {
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(PATIENCE)
                    // Of a row it refuses it would write down all that stands in it.
                    .setServerConfig("log_error_verbosity", "terse")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    /** The settings that point the application here; its credentials stand nowhere in the package. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", "narrowgate_application",
                "quarkus.datasource.password", "development-only",
                "quarkus.flyway.username", "postgres",
                "quarkus.flyway.password", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
        }
    }
}
