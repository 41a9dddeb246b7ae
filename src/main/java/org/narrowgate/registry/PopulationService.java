package org.narrowgate.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.store.CopiedPopulation;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

/** Fills the registry: from FHIR, or with a synthetic population. Each batch is a transaction of its own. */
@ApplicationScoped
public class PopulationService {
    private final DataSource database;
    private final Clock clock;

    public PopulationService(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes {@code Patient} lines; the same lines taken again change nothing. */
    public ImportReport importPeople(InputStream lines, ImportListener listener) throws IOException {
        try (var sink = CopiedPopulation.open(database)) {
            return new RegistryImport(sink, clock).people(lines, listener);
        }
    }

    /** Takes {@code Organization} lines; the same lines taken again change nothing. */
    public ImportReport importPractices(InputStream lines, ImportListener listener) throws IOException {
        try (var sink = CopiedPopulation.open(database)) {
            return new RegistryImport(sink, clock).practices(lines, listener);
        }
    }

    /** @param progress told how many people there are so far */
    public Tally load(SyntheticPopulation population, LongConsumer progress) {
        try (var sink = CopiedPopulation.open(database)) {
            return population.writeTo(sink, progress);
        }
    }

    public boolean isEmpty() {
        try {
            return CopiedPopulation.isEmpty(database);
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }
}
