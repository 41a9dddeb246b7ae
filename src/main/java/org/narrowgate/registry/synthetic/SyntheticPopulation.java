package org.narrowgate.registry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PopulationSink;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.PracticeRecord;

/** A made-up British population. The same seed makes the same people; the first are always the {@link Cast}. */
public final class SyntheticPopulation {
    /** More would run out of numbers. */
    public static final int MOST_PEOPLE = SyntheticNumbers.MOST;

    private static final int BATCH = 5_000;
    private static final int PEOPLE_A_PRACTICE = 1_800;
    private static final int FEWEST_PRACTICES = 600;

    private final int people;
    private final long seed;

    public SyntheticPopulation(int people, long seed) {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("a population has 1 to " + MOST_PEOPLE + " people");
        }
        this.people = people;
        this.seed = seed;
    }

    /** @param progress told how many people there are so far */
    public Tally writeTo(PopulationSink sink, LongConsumer progress) {
        var practices = practices();
        sink.addPractices(practices);
        var maker = new PersonMaker(practices, seed);
        var written = Tally.NOTHING;
        var batch = new ArrayList<PersonRecord>(BATCH);
        for (int number = 0; number < people; number++) {
            batch.add(number < Cast.ALL.size() ? Cast.ALL.get(number) : maker.make());
            if (batch.size() == BATCH || number == people - 1) {
                written = written.plus(sink.addPeople(List.copyOf(batch)));
                batch.clear();
                progress.accept(number + 1);
            }
        }
        return written;
    }

    private List<PracticeRecord> practices() {
        var random = new SplittableRandom(seed ^ 0x5072_6163L);
        int count = Math.max(FEWEST_PRACTICES, people / PEOPLE_A_PRACTICE);
        var practices = new ArrayList<>(Cast.PRACTICES);
        for (int number = 0; number < count; number++) {
            practices.add(SyntheticPractices.make(number, random));
        }
        return practices;
    }
}
