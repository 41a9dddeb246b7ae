package org.narrowgate.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.narrowgate.disclosure.store.PseudonymKeys;
import org.narrowgate.governance.PublicationService;
import org.narrowgate.ledger.store.LogPartitions;

/** Brings a database to what this version of the software needs. */
@ApplicationScoped
class MigrationService {
    private final Flyway flyway;
    private final PublicationService publications;
    private final MigrationTerms terms;

    MigrationService(Flyway flyway, PublicationService publications, MigrationTerms terms) {
        this.flyway = flyway;
        this.publications = publications;
        this.terms = terms;
    }

    /**
     * How many migrations were made now, and where the tables stand.
     *
     * @param partitions of the log that were made now
     * @param logEndsAt the first entry that no partition takes
     */
    record Migrated(int made, String version, int partitions, long logEndsAt) {}

    Migrated migrate() throws SQLException {
        var result = flyway.migrate();
        try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
            for (var role : terms.roles()) {
                role.make(owner);
            }
            int partitions = LogPartitions.extend(owner, terms.partitionEntries(), terms.partitionsAhead());
            publications.publishShipped();
            var current = flyway.info().current();
            return new Migrated(
                    result.migrationsExecuted,
                    current == null ? "none" : String.valueOf(current.getVersion()),
                    partitions,
                    LogPartitions.endsAt(owner));
        }
    }

    /** Adds a key of pseudonyms, as the owner: the application reads keys and makes none. Answers its id. */
    String addPseudonymKey() throws SQLException {
        try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
            return PseudonymKeys.add(owner);
        }
    }
}
