package org.narrowgate.registry.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.narrowgate.registry.PracticeRecord;

/** General practices with codes of the form of ODS codes. */
final class SyntheticPractices {
    private static final List<String> KINDS =
            List.of("Surgery", "Medical Centre", "Health Centre", "Family Practice", "Group Practice");

    private SyntheticPractices() {}

    /** The towns take turns, so that the practices of a town can be told from their place in the list. */
    static PracticeRecord make(int number, RandomGenerator random) {
        var town = Town.ALL.get(number % Town.ALL.size());
        var name = Town.streetName(random) + " " + Pick.one(KINDS, random);
        var building = (1 + random.nextInt(180)) + " " + Town.street(random);
        return new PracticeRecord(
                String.format(Locale.ROOT, "Z%05d", 10_000 + number),
                Optional.of(name),
                Optional.of(town.areaCode()),
                List.of(name, building, town.name()),
                Optional.of(town.postcode(random)));
    }
}
