package org.narrowgate.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.narrowgate.dev.DevelopmentIdentityProvider;
import org.narrowgate.ledger.note.SigningKey;

/** All that one test breaks: a database with people in it, an issuer of tokens, a signing key, replicas. */
final class Installation implements AutoCloseable {
    private static @Nullable Path template;

    private final Path folder;
    private final DevelopmentIdentityProvider issuer = DevelopmentIdentityProvider.startOnFreePort();
    private final SigningKey key = SigningKey.generate("faults.example/log");
    private final List<Replica> replicas = new ArrayList<>();
    private final Postgres database;

    private Installation(Path folder, Path databases) throws IOException, InterruptedException {
        this.folder = folder;
        database = Postgres.onCopyOf(template(), databases);
        Files.writeString(folder.resolve("key"), key.secretText());
    }

    /** With a database of its own, not yet started. */
    static Installation create() throws IOException, InterruptedException {
        var folder = openFolder();
        return new Installation(folder, Files.createDirectory(folder.resolve("database")));
    }

    /** The same with the database's files elsewhere. */
    static Installation createWithDatabaseIn(Path databases) throws IOException, InterruptedException {
        return new Installation(openFolder(), databases);
    }

    Postgres database() {
        return database;
    }

    /** A folder in which the database's user may live. */
    Path folderFor(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Path lastCheckpoint() {
        return folder.resolve("last-checkpoint");
    }

    SigningKey key() {
        return key;
    }

    /** A replica on this database, not yet ready. */
    Replica start(String name, Map<String, String> more) throws IOException {
        return kept(Replica.start(name, settings(more)));
    }

    Replica kept(Replica replica) {
        replicas.add(replica);
        return replica;
    }

    Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                Postgres.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                Postgres.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.issuer(),
                "NARROWGATE_LOG_SIGNING_KEYS",
                folder.resolve("key").toString(),
                "NARROWGATE_LOG_LAST_CHECKPOINT",
                lastCheckpoint().toString()));
        settings.putAll(more);
        return settings;
    }

    /** A token of the court service, good for ten minutes. */
    String token() throws IOException, InterruptedException {
        return token(issuer.issuer() + "/token", "development-only");
    }

    static String token(String endpoint, String secret) throws IOException, InterruptedException {
        var credentials =
                Base64.getEncoder().encodeToString(("court-service:" + secret).getBytes(StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(endpoint))
                            .header("Authorization", "Basic " + credentials)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=purpose%3Acourt-order"))
                            .build(),
                    BodyHandlers.ofString());
            return new ObjectMapper()
                    .readTree(response.body())
                    .path("access_token")
                    .asText();
        }
    }

    /** Every record is held against its leaf, by the command that the operator has for it. */
    int verified() throws IOException, InterruptedException {
        return Replica.run("verify-log", settings(Map.of()), "verify-log", "--database");
    }

    @Override
    public void close() throws Exception {
        for (var replica : replicas) {
            replica.kill();
        }
        database.close();
        issuer.close();
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }

    /** A migrated database with the test's patients, made once a run. */
    private static synchronized Path template() throws IOException, InterruptedException {
        if (template == null) {
            var folder = openFolder();
            var database = Postgres.createIn(folder).start();
            var owner = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME",
                    Postgres.APPLICATION,
                    "QUARKUS_DATASOURCE_PASSWORD",
                    Postgres.PASSWORD,
                    "QUARKUS_FLYWAY_USERNAME",
                    "postgres",
                    "QUARKUS_FLYWAY_PASSWORD",
                    "trusted");
            Replica.run("migrate", owner, "migrate");
            // Some of the patients are there to be turned away, which the exit code says.
            Replica.run(
                    "import",
                    owner,
                    "import",
                    copied(folder, Path.of("src", "test", "resources", "registry", "patients.ndjson")));
            database.stop();
            template = database.data();
        }
        return template;
    }

    // What is turned away is written beside the file.
    private static String copied(Path folder, Path file) throws IOException {
        return Files.copy(file, folder.resolve(file.getFileName())).toString();
    }

    private static Path openFolder() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("narrowgate-faults-");
        new ProcessBuilder("chmod", "755", folder.toString()).start().waitFor();
        return folder;
    }
}
