package org.narrowgate.dev;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated PostgreSQL of a test's own, for what needs no booted application. */
public final class MigratedDatabase implements AutoCloseable {
    public static final String APPLICATION = "narrowgate_application";
    public static final String PASSWORD = "development-only";

    private final EmbeddedDatabase database = EmbeddedDatabase.start();

    public MigratedDatabase() {
        Flyway.configure()
                .dataSource(asOwner())
                .placeholders(Map.of("application", APPLICATION, "application_password", PASSWORD))
                .load()
                .migrate();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** Connections as the role that owns the tables. */
    public DataSource asOwner() {
        return as("postgres", "postgres");
    }

    /** Connections as the role the application works as. */
    public DataSource asApplication() {
        return as(APPLICATION, PASSWORD);
    }

    public Connection connectAsOwner() throws SQLException {
        return asOwner().getConnection();
    }

    private DataSource as(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() {
        database.close();
    }
}
