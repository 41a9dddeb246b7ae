package org.narrowgate.registry.synthetic;

import static org.narrowgate.registry.synthetic.Pick.chance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonRecord.Name;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.subject.Gender;

/** The names of one person's life: born with, married into, changed. */
final class NameMaker {
    private static final int DOUBLE_BARRELLED = 3_000;
    private static final int WOMEN_TAKING_A_NAME = 35_000;
    private static final int MEN_TAKING_A_NAME = 1_500;
    private static final int CHANGED_BY_DEED = 1_000;
    private static final int WITHOUT_DATES = 30_000;

    private final RandomGenerator random;

    NameMaker(RandomGenerator random) {
        this.random = random;
    }

    List<Name> names(Gender gender, LocalDate born) {
        var origin = Origin.pick(random);
        var given = givenNames(origin, gender);
        var family = familyName(origin);
        var grown = born.plusYears(21);
        if (!grown.isBefore(PersonMaker.AS_OF)) {
            return List.of(usual(family, given, Period.from(born)));
        }
        var changed = Pick.day(grown, earlier(grown.plusYears(25), PersonMaker.AS_OF), random);
        if (chance(gender == Gender.FEMALE ? WOMEN_TAKING_A_NAME : MEN_TAKING_A_NAME, random)) {
            return List.of(
                    usual(takenName(origin, family), given, Period.from(changed)),
                    new Name(NameUse.MAIDEN, Optional.of(family), given, before(born, changed)));
        }
        if (chance(CHANGED_BY_DEED, random)) {
            return List.of(
                    usual(familyName(Origin.pick(random)), given, Period.from(changed)),
                    new Name(NameUse.OLD, Optional.of(family), given, before(born, changed)));
        }
        return List.of(usual(family, given, Period.from(born)));
    }

    private static Name usual(String family, List<String> given, Period period) {
        return new Name(NameUse.USUAL, Optional.of(family), given, period);
    }

    /** Many a former name was entered without its dates. */
    private Period before(LocalDate born, LocalDate changed) {
        return chance(WITHOUT_DATES, random) ? Period.ALWAYS : Period.between(born, changed.minusDays(1));
    }

    private List<String> givenNames(Origin origin, Gender gender) {
        boolean female = gender == Gender.FEMALE || (gender != Gender.MALE && random.nextBoolean());
        int count = 1 + (random.nextInt(3) > 0 ? 1 : 0) + (random.nextInt(10) == 0 ? 1 : 0);
        var given = new ArrayList<String>(count);
        while (given.size() < count) {
            var name = female ? origin.femaleName(random) : origin.maleName(random);
            if (!given.contains(name)) {
                given.add(name);
            }
        }
        return given;
    }

    private String familyName(Origin origin) {
        var family = origin.familyName(random);
        return chance(DOUBLE_BARRELLED, random) ? family + "-" + origin.familyName(random) : family;
    }

    private String takenName(Origin origin, String family) {
        var taken = familyName(random.nextInt(5) == 0 ? Origin.pick(random) : origin);
        return taken.equals(family) ? family + "-" + origin.familyName(random) : taken;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
