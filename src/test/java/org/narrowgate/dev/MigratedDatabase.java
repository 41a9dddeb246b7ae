package org.narrowgate.dev;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
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

    /** The same one connection again and again, by the application's pool and with its settings on the server. */
    public AgroalDataSource asApplicationPooled() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(3))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(APPLICATION))
                                .credential(new SimplePassword(PASSWORD))
                                .jdbcProperty("options", optionsOfTheApplication()))));
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

    private static String optionsOfTheApplication() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("quarkus.datasource.jdbc.additional-jdbc-properties.options");
    }

    @Override
    public void close() {
        database.close();
    }
}
