package org.narrowgate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.publication.IntegrationService.Ticking;
import org.narrowgate.ledger.publication.Integrator;
import org.narrowgate.ledger.publication.LastCheckpoint;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.LogSpace;
import org.narrowgate.ledger.publication.LogStandings;
import org.narrowgate.ledger.publication.PublishedLog;
import org.narrowgate.ledger.publication.SeenCheckpoint;
import org.narrowgate.ledger.publication.Signing;
import org.narrowgate.ledger.publication.Witnesses;
import org.narrowgate.ledger.store.ElectedIntegrator;
import org.narrowgate.ledger.store.JdbcLogSpace;
import org.narrowgate.ledger.store.JdbcLogStandings;
import org.narrowgate.ledger.store.JdbcPublishedLog;

/** What the log's tree is made of, once for the whole application. */
final class LogWiring {
    private LogWiring() {}

    @Produces
    @Singleton
    static LogKeys keys(Settings settings) {
        return LogKeys.read(
                settings.log().signingKeys().orElse(List.of()),
                settings.log().retiredKeys().orElse(List.of()));
    }

    @Produces
    @Singleton
    static Witnesses witnesses(Settings settings) {
        return Witnesses.read(
                settings.log().witnesses().orElse(List.of()), settings.log().witnessesNeeded());
    }

    @Produces
    @Singleton
    static SeenCheckpoint seen() {
        return new SeenCheckpoint();
    }

    @Produces
    @Singleton
    static PublishedLog published(DataSource database, Witnesses witnesses, SeenCheckpoint seen) {
        return new JdbcPublishedLog(database, witnesses, seen);
    }

    @Produces
    @Singleton
    static Optional<Integrator> integrator(DataSource database, Settings settings, LogKeys keys, SeenCheckpoint seen) {
        return keys.needing(settings.log().lastCheckpoint())
                .map(file -> new ElectedIntegrator(database, new Signing(keys), new LastCheckpoint(file), seen));
    }

    @Produces
    @Singleton
    static LogSpace space(DataSource database) {
        return new JdbcLogSpace(database);
    }

    @Produces
    @Singleton
    static Ticking ticking(Settings settings) {
        return settings.log().ticking();
    }

    @Produces
    @Singleton
    static LogStandings standings(
            DataSource database, LogKeys keys, Witnesses witnesses, Optional<Integrator> integrator) {
        return new JdbcLogStandings(
                database,
                keys,
                witnesses,
                () -> integrator.filter(Integrator::isElected).isPresent());
    }
}
