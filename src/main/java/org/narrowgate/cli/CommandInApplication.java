package org.narrowgate.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.transparency.archive.ArchiveService;

/** A command run inside the application, with what it asked for. */
final class CommandInApplication implements QuarkusApplication {
    private final Instance<PopulationService> population;
    private final Instance<MigrationService> migration;
    private final Instance<ArchiveService> archive;

    CommandInApplication(
            Instance<PopulationService> population,
            Instance<MigrationService> migration,
            Instance<ArchiveService> archive) {
        this.population = population;
        this.migration = migration;
        this.archive = archive;
    }

    @Override
    public int run(String... arguments) {
        return switch (Narrowgate.run(population::get, migration::get, archive::get, arguments)) {
            case Narrowgate.Ending.Exit(var code) -> code;
            case Narrowgate.Ending.Needs(var use) -> throw new IllegalStateException("asked for " + use + " twice");
        };
    }
}
