package org.narrowgate.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.narrowgate.disclosure.store.PseudonymKeys;
import org.narrowgate.governance.PublicationService;

/** Brings a database to what this version of the software needs. */
@ApplicationScoped
class MigrationService {
    private final Flyway flyway;
    private final PublicationService publications;

    MigrationService(Flyway flyway, PublicationService publications) {
        this.flyway = flyway;
        this.publications = publications;
    }

    /** How many migrations were made now, and where the tables stand. */
    record Migrated(int made, String version) {}

    Migrated migrate() {
        var result = flyway.migrate();
        publications.publishShipped();
        var current = flyway.info().current();
        return new Migrated(result.migrationsExecuted, current == null ? "none" : String.valueOf(current.getVersion()));
    }

    /** Adds a key of pseudonyms, as the owner: the application reads keys and makes none. Answers its id. */
    String addPseudonymKey() throws SQLException {
        try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
            return PseudonymKeys.add(owner);
        }
    }
}
