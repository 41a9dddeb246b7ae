package org.narrowgate.dev;

import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

/** The people a development registry begins with. */
public final class SyntheticRegistry {
    private static final int PEOPLE = 2_000;
    private static final long SEED = 1;

    private SyntheticRegistry() {}

    /** Leaves a registry alone that holds anybody. */
    public static void fillWhereEmpty(PopulationService population) {
        if (population.isEmpty()) {
            population.load(new SyntheticPopulation(PEOPLE, SEED), people -> {});
        }
    }
}
