package org.narrowgate.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL 18 of a test's own: processes that can be stopped, frozen, killed, promoted and started again. */
public final class Postgres implements AutoCloseable {
    public static final String APPLICATION = "narrowgate_application";
    public static final String PASSWORD = "development-only";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private final int port;
    private final List<String> more = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    private Postgres(Path data) throws IOException {
        this.data = data;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    /** An empty one in this folder, not yet started; its superuser is {@code postgres}, trusted from this machine. */
    public static Postgres createIn(Path folder) throws IOException, InterruptedException {
        PostgresBinaries.giveAway(folder);
        var data = folder.resolve("data");
        PostgresBinaries.run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8");
        return new Postgres(data);
    }

    /** One that goes on with a copy of these files. */
    public static Postgres onCopyOf(Path backup, Path folder) throws IOException {
        var data = folder.resolve("data");
        copy(backup, data);
        PostgresBinaries.giveAway(folder);
        return new Postgres(data);
    }

    /** A streaming standby of a running primary, not yet started; with this name the primary may wait for it. */
    public static Postgres standbyOf(Postgres primary, String name, Path folder) throws IOException, SQLException {
        primary.backUpTo(folder.resolve("data"));
        Files.createFile(folder.resolve("data").resolve("standby.signal"));
        PostgresBinaries.giveAway(folder);
        return new Postgres(folder.resolve("data"))
                .with(
                        "primary_conninfo",
                        "host=localhost port=" + primary.port + " user=postgres application_name=" + name)
                .with("hot_standby", "on");
    }

    /** A setting for every start from now on. */
    public Postgres with(String setting, String value) {
        more.addAll(List.of("-c", setting + "=" + value));
        return this;
    }

    /** Variables of every start from now on. */
    Postgres under(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    public Postgres start() throws IOException, InterruptedException {
        var log = data.resolveSibling("postgres.log").toFile();
        var command = new ArrayList<Object>(List.of(
                "-D", data, "-p", port, "-k", "/tmp", "-c", "listen_addresses=localhost", "-c", "max_connections=100"));
        command.addAll(more);
        var builder = PostgresBinaries.command("postgres", command.toArray())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        process = builder.start();
        awaitAnswering();
        return this;
    }

    /** As {@code migrate} does, with the application's role and its rights. */
    public Postgres migrate(String... locations) {
        Flyway.configure()
                .dataSource(jdbcUrl(), "postgres", "")
                .locations(locations.length == 0 ? new String[] {"db/migration"} : locations)
                .placeholders(Map.of("application", APPLICATION, "application_password", PASSWORD))
                .load()
                .migrate();
        return this;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl() + "?user=postgres&connectTimeout=2&socketTimeout=30");
    }

    /** One value, as text. */
    public String asked(String question) throws SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** As its owner. */
    public void told(String order) throws SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    /** As an operator restarts it: connections are ended, what was committed is kept. */
    public void stop() throws InterruptedException {
        signal("INT");
        running().waitFor();
    }

    /** Every process of it at once, as if the machine lost its power. */
    public void kill() throws InterruptedException {
        var backends = running().descendants().toList();
        running().destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        running().waitFor();
        for (var backend : backends) {
            backend.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** Every process stands still: connections stay open, new ones are taken by the kernel, nothing is answered. */
    public void freeze() throws InterruptedException {
        signalAll("STOP");
    }

    public void thaw() throws InterruptedException {
        signalAll("CONT");
    }

    /** Makes the standby a primary, and returns once it takes writes. */
    public void promote() throws SQLException {
        asked("SELECT pg_promote(true, 60)");
    }

    /** A copy of the files of a running database, by PostgreSQL's own protocol for backups. */
    public void backUpTo(Path copy) throws IOException, SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('faults', true)");
            copy(data, copy);
            try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                row.next();
                Files.writeString(copy.resolve("backup_label"), row.getString(1));
            }
        }
        // What was written while the files were copied.
        copy(data.resolve("pg_wal"), copy.resolve("pg_wal"));
        Files.deleteIfExists(copy.resolve("postmaster.pid"));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            thaw();
            kill();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("this PostgreSQL was never started");
        }
        return process;
    }

    private void signalAll(String signal) throws InterruptedException {
        signal(signal);
        for (var backend : running().descendants().toList()) {
            PostgresBinaries.signal(backend.pid(), signal);
        }
    }

    private void signal(String signal) throws InterruptedException {
        PostgresBinaries.signal(running().pid(), signal);
    }

    private void awaitAnswering() throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!running().isAlive() || Instant.now().isAfter(until)) {
                throw new IOException("PostgreSQL did not start; see " + data.resolveSibling("postgres.log"));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try {
            return asked("SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Files that vanish meanwhile are left out: PostgreSQL's own log of changes makes up for them. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
