package org.narrowgate.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.narrowgate.registry.PopulationService;

/** Fills the development registry when the application starts. */
@ApplicationScoped
@IfBuildProfile("dev")
class SyntheticRegistryAtStart {
    void fill(@Observes StartupEvent started, PopulationService population) {
        SyntheticRegistry.fillWhereEmpty(population);
    }
}
