package org.narrowgate.registry;

import java.util.List;

/** Where a population goes, batch by batch: into the registry, or into files. */
public interface PopulationSink extends AutoCloseable {
    Tally addPractices(List<PracticeRecord> practices);

    /** @param people each NHS number at most once */
    Tally addPeople(List<PersonRecord> people);

    /** Finishes what was added. */
    @Override
    void close();

    /** What became of a batch. */
    record Tally(long added, long updated, long unchanged) {
        public static final Tally NOTHING = new Tally(0, 0, 0);

        public Tally plus(Tally other) {
            return new Tally(added + other.added, updated + other.updated, unchanged + other.unchanged);
        }
    }
}
