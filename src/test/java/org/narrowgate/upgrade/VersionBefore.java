package org.narrowgate.upgrade;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.narrowgate.dev.DevelopmentIdentityProvider;
import org.narrowgate.dev.EmbeddedDatabase;
import org.narrowgate.dev.MigratedDatabase;

/**
 * A database as version 0.1 left it: its tables, and the rows it wrote on 22 November 2026 about a request in every
 * state it had. They were taken from that version as it ran; the case reference of each says what happened to it.
 */
public final class VersionBefore implements QuarkusTestResourceLifecycleManager {
    private static final String ROWS = "/upgrade/version-0.1.ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable EmbeddedDatabase database;
    private @Nullable DevelopmentIdentityProvider identityProvider;

    @Override
    public Map<String, String> start() {
        var started = EmbeddedDatabase.start();
        database = started;
        fill(started.jdbcUrl());
        var issuer = DevelopmentIdentityProvider.startOnFreePort();
        identityProvider = issuer;
        var settings = new HashMap<>(started.settings());
        settings.putAll(issuer.settings());
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

    private static void fill(String url) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .placeholders(Map.of(
                        "application", MigratedDatabase.APPLICATION, "application_password", MigratedDatabase.PASSWORD))
                .target("4")
                // What the roles may do is said of the newest tables, which are not there yet.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var rows = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(VersionBefore.class.getResourceAsStream(ROWS)),
                        StandardCharsets.UTF_8))) {
            for (var line = rows.readLine(); line != null; line = rows.readLine()) {
                insert(connection, line);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(Connection connection, String line) throws SQLException, IOException {
        var row = JSON.readTree(line);
        var table = row.get("table").asText();
        try (var statement = connection.prepareStatement("INSERT INTO " + table
                + " OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::" + table + ", ?::jsonb)")) {
            statement.setString(1, row.get("row").toString());
            statement.executeUpdate();
        }
    }
}
