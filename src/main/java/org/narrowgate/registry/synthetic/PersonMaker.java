package org.narrowgate.registry.synthetic;

import static org.narrowgate.registry.synthetic.Pick.chance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Address;
import org.narrowgate.registry.PersonRecord.Death;
import org.narrowgate.registry.PersonRecord.Registration;
import org.narrowgate.registry.PersonRecord.Validity;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;
import org.narrowgate.subject.Gender;

/** Makes people one after the other. How often each peculiarity comes is out of a hundred thousand. */
final class PersonMaker {
    /** Everything is before this day, whatever the day it is made on: a seed always makes the same. */
    static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    private static final int MINIMAL = 100;
    private static final int MERGED = 300;
    private static final int INVALIDATED = 50;
    private static final int RESTRICTED = 150;
    private static final int VERY_RESTRICTED = 50;
    private static final int RESTRICTED_WITHOUT_ADDRESS = 50_000;
    private static final int PARTIAL_BIRTH_DATE = 100;
    private static final int PARTIAL_DEATH_DATE = 10_000;
    private static final int AT_THE_PRACTICE = 100;
    private static final int NO_ADDRESS = 1_000;

    private final SplittableRandom random;
    private final SyntheticNumbers numbers;
    private final Map<String, List<PracticeRecord>> practicesByArea;
    private @Nullable PersonRecord last;

    PersonMaker(List<PracticeRecord> practices, long seed) {
        random = new SplittableRandom(seed);
        numbers = new SyntheticNumbers(seed);
        practicesByArea = practices.stream()
                .filter(practice -> !Cast.PRACTICES.contains(practice))
                .collect(Collectors.groupingBy(practice -> practice.areaCode().orElseThrow()));
    }

    PersonRecord make() {
        if (chance(MINIMAL, random)) {
            return minimal();
        }
        if (last != null && chance(MERGED, random)) {
            return earlierRecordOf(last);
        }
        last = ordinary();
        return last;
    }

    private PersonRecord minimal() {
        return new PersonRecord(
                numbers.next(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Protection.UNRESTRICTED,
                new Validity.Valid(),
                List.of(),
                List.of(),
                List.of());
    }

    private PersonRecord earlierRecordOf(PersonRecord person) {
        return new PersonRecord(
                numbers.next(),
                person.birthDate(),
                person.gender(),
                Optional.empty(),
                person.protection(),
                new Validity.Superseded(person.nhsNumber()),
                person.names(),
                List.of(),
                List.of());
    }

    private PersonRecord ordinary() {
        var born = birthDate();
        var gender = gender();
        var protection = protection();
        var town = Town.pick(random);
        var practice = practiceIn(town);
        boolean hidden = protection != Protection.UNRESTRICTED && chance(RESTRICTED_WITHOUT_ADDRESS, random);
        return new PersonRecord(
                numbers.next(),
                Optional.of(partial(born, PARTIAL_BIRTH_DATE)),
                Optional.of(gender),
                death(born),
                protection,
                chance(INVALIDATED, random) ? new Validity.Invalidated() : new Validity.Valid(),
                new NameMaker(random).names(gender, born),
                hidden || chance(NO_ADDRESS, random) ? List.of() : homes(born, town, practice),
                registrations(born, practice));
    }

    private LocalDate birthDate() {
        int years = random.nextInt(5) == 0 ? 60 + random.nextInt(40) : random.nextInt(75);
        return Pick.day(AS_OF.minusYears(years + 1L), AS_OF.minusYears(years), random);
    }

    private PartialDate partial(LocalDate day, int oneInThousands) {
        if (!chance(oneInThousands, random)) {
            return PartialDate.of(day);
        }
        return new PartialDate(day.toString().substring(0, random.nextBoolean() ? 7 : 4));
    }

    private Gender gender() {
        int hundredth = random.nextInt(1_000);
        if (hundredth < 3) {
            return hundredth == 0 ? Gender.OTHER : Gender.UNKNOWN;
        }
        return random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
    }

    private Protection protection() {
        int lot = random.nextInt(100_000);
        if (lot < VERY_RESTRICTED) {
            return Protection.VERY_RESTRICTED;
        }
        return lot < VERY_RESTRICTED + RESTRICTED ? Protection.RESTRICTED : Protection.UNRESTRICTED;
    }

    private Optional<Death> death(LocalDate born) {
        int age = AS_OF.getYear() - born.getYear();
        if (!chance(age > 60 ? 12_000 : 300, random)) {
            return Optional.empty();
        }
        var died = Pick.day(later(born, AS_OF.minusYears(10)), AS_OF, random);
        return Optional.of(new Death(Optional.of(partial(died, PARTIAL_DEATH_DATE))));
    }

    private List<Address> homes(LocalDate born, Town town, PracticeRecord practice) {
        int moves = Math.min(random.nextInt(5), (AS_OF.getYear() - born.getYear()) / 8);
        var homes = new ArrayList<Address>();
        var from = Pick.day(born, later(born.plusYears(2), born), random);
        for (int move = 0; move < moves; move++) {
            var until = Pick.day(from.plusYears(1), from.plusYears(8), random);
            if (!until.isBefore(AS_OF)) {
                break;
            }
            homes.add(Town.pick(random).home(Period.between(from, until), random));
            from = until.plusDays(1);
        }
        from = from.isBefore(AS_OF) ? from : AS_OF.minusDays(1);
        homes.add(
                chance(AT_THE_PRACTICE, random)
                        ? new Address(practice.addressLines(), practice.postcode(), Period.from(from))
                        : town.home(Period.from(from), random));
        return homes;
    }

    private List<Registration> registrations(LocalDate born, PracticeRecord practice) {
        if (chance(1_000, random)) {
            return List.of();
        }
        var since = Pick.day(later(born, AS_OF.minusYears(20)), AS_OF, random);
        var current = new Registration(practice.odsCode(), Period.from(since));
        if (born.isAfter(since.minusYears(2)) || random.nextBoolean()) {
            return List.of(current);
        }
        var before = practiceIn(Town.pick(random));
        return List.of(
                new Registration(before.odsCode(), Period.between(since.minusYears(2), since.minusDays(1))), current);
    }

    private PracticeRecord practiceIn(Town town) {
        return Pick.one(practicesByArea.getOrDefault(town.areaCode(), List.of()), random);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
