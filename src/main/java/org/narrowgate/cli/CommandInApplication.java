package org.narrowgate.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import javax.sql.DataSource;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.transparency.archive.ArchiveService;

/** A command run inside the application, with what it asked for. */
final class CommandInApplication implements QuarkusApplication, Application {
    private final Instance<PopulationService> population;
    private final Instance<MigrationService> migration;
    private final Instance<ArchiveService> archive;
    private final Instance<ForgettingService> erasure;
    private final Instance<DataSource> database;

    CommandInApplication(
            Instance<PopulationService> population,
            Instance<MigrationService> migration,
            Instance<ArchiveService> archive,
            Instance<ForgettingService> erasure,
            Instance<DataSource> database) {
        this.population = population;
        this.migration = migration;
        this.archive = archive;
        this.erasure = erasure;
        this.database = database;
    }

    @Override
    public int run(String... arguments) {
        return switch (Narrowgate.run(this, arguments)) {
            case Narrowgate.Ending.Exit(var code) -> code;
            case Narrowgate.Ending.Needs(var use) -> throw new IllegalStateException("asked for " + use + " twice");
        };
    }

    @Override
    public PopulationService population() {
        return population.get();
    }

    @Override
    public MigrationService migration() {
        return migration.get();
    }

    @Override
    public ArchiveService archive() {
        return archive.get();
    }

    @Override
    public ForgettingService erasure() {
        return erasure.get();
    }

    @Override
    public DataSource database() {
        return database.get();
    }
}
