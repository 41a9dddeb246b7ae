package org.narrowgate.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import org.narrowgate.registry.PopulationService;

/** A command run inside the application, with what it asked for. */
final class CommandInApplication implements QuarkusApplication {
    private final Instance<PopulationService> population;
    private final Instance<MigrationService> migration;

    CommandInApplication(Instance<PopulationService> population, Instance<MigrationService> migration) {
        this.population = population;
        this.migration = migration;
    }

    @Override
    public int run(String... arguments) {
        return Narrowgate.commandLine(population::get, migration::get).execute(arguments);
    }
}
