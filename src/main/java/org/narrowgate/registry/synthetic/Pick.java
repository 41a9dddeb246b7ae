package org.narrowgate.registry.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Choices made by chance. */
final class Pick {
    private Pick() {}

    static <T> T one(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** True so many times in a hundred thousand. */
    static boolean chance(int inHundredThousand, RandomGenerator random) {
        return random.nextInt(100_000) < inHundredThousand;
    }

    /** A day from the first up to and without the last; the first where there is none between. */
    static LocalDate day(LocalDate first, LocalDate last, RandomGenerator random) {
        long days = last.toEpochDay() - first.toEpochDay();
        return days < 1 ? first : first.plusDays(random.nextLong(days));
    }
}
