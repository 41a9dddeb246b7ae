package org.narrowgate.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A second PostgreSQL process that streams from a migrated first one, as an operator sets it up from a base backup. */
public final class ReplicatedDatabase implements AutoCloseable {
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final MigratedDatabase primary;
    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres standby;

    public ReplicatedDatabase(MigratedDatabase primary) {
        this.primary = primary;
        try {
            folder = Files.createTempDirectory(
                    "replica", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            copyPrimary();
            start();
            port = standby().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    public DataSource as(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(2);
        source.setSocketTimeout(2);
        return source;
    }

    /** Receives on, and shows nothing of it. */
    public void pauseReplay() {
        command("SELECT pg_wal_replay_pause()");
        // Asked for, and done a moment later.
        await(() -> {
            try (var replica = as("postgres", "postgres").getConnection()) {
                return text(replica, "SELECT pg_get_wal_replay_pause_state()").equals("paused");
            }
        });
    }

    public void resumeReplay() {
        command("SELECT pg_wal_replay_resume()");
    }

    /** Returns once all is replayed that the primary has written. */
    public void awaitCaughtUp() {
        await(() -> {
            try (var owner = primary.connectAsOwner();
                    var replica = as("postgres", "postgres").getConnection()) {
                var written = text(owner, "SELECT pg_current_wal_lsn()");
                return text(replica, "SELECT pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn")
                        .equals("t");
            }
        });
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) {
        try {
            for (int i = 0; i < 1_500 && !condition.holds(); i++) {
                Thread.sleep(20);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public void stop() {
        try {
            standby().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        standby = null;
    }

    @Override
    public void close() {
        if (standby != null) {
            stop();
        }
    }

    private EmbeddedPostgres standby() {
        if (standby == null) {
            throw new IllegalStateException("the replica is stopped");
        }
        return standby;
    }

    private void start() throws IOException {
        standby = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
    }

    // What pg_basebackup does, which the embedded binaries do not have.
    private void copyPrimary() throws IOException, SQLException {
        try (var owner = primary.connectAsOwner();
                var statement = owner.createStatement()) {
            // The embedded one answers before it has written: what is not written yet, no position tells of.
            statement.execute("ALTER DATABASE postgres SET synchronous_commit = on");
            var from = Path.of(text(owner, "SHOW data_directory"));
            text(owner, "SELECT pg_backup_start('replica', true)");
            Files.walkFileTree(from, new Copying(from, folder));
            Files.writeString(
                    folder.resolve("backup_label"), text(owner, "SELECT labelfile FROM pg_backup_stop(false)"));
            Files.createFile(folder.resolve("standby.signal"));
            Files.writeString(
                    folder.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost user=postgres port=" + text(owner, "SHOW port") + "'\n");
        }
    }

    private void command(String command) {
        try (var replica = as("postgres", "postgres").getConnection();
                var statement = replica.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = from.relativize(file);
            // What was logged comes by streaming.
            if (!NOT_COPIED.contains(name.toString()) && !name.startsWith("pg_wal")) {
                Files.copy(file, to.resolve(name));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            // A file that the server has removed meanwhile is none of the backup's.
            return FileVisitResult.CONTINUE;
        }
    }
}
