package org.narrowgate.governance;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the tables are made at start, in development and in tests, the shipped policy comes into force at start too. */
@ApplicationScoped
class AtStart {
    private final PublicationService publications;
    private final boolean migrated;

    AtStart(
            PublicationService publications,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start", defaultValue = "false") boolean migrated) {
        this.publications = publications;
        this.migrated = migrated;
    }

    void publish(@Observes StartupEvent started) {
        if (migrated) {
            publications.publishShipped();
        }
    }
}
