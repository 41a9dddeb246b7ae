package org.narrowgate.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Validity;
import org.narrowgate.registry.PopulationSink;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;
import org.narrowgate.subject.NhsNumber;

class SyntheticPopulationTest {
    private static final int MANY = 100_000;

    @Test
    void makesTheSamePeopleOfTheSameSeed() {
        assertThat(population(6_000, 7)).isEqualTo(population(6_000, 7));
    }

    @Test
    void makesOtherPeopleOfAnotherSeed() {
        // When
        var one = population(100, 1).people;
        var other = population(100, 2).people;
        // Then
        assertThat(one.subList(Cast.ALL.size(), 100)).doesNotContainAnyElementsOf(other.subList(Cast.ALL.size(), 100));
    }

    @Test
    void beginsWithTheCastWhateverTheSeed() {
        assertThat(population(50, 99).people).startsWith(Cast.ALL.toArray(PersonRecord[]::new));
    }

    @Test
    void givesEveryPersonANumberOfTheirOwnAndNobodyTheOneNeverHeld() {
        // When
        var numbers =
                population(MANY, 3).people.stream().map(PersonRecord::nhsNumber).toList();
        // Then
        assertThat(numbers).doesNotHaveDuplicates().hasSize(MANY).doesNotContain(new NhsNumber("9111231130"));
    }

    @Test
    void sharesNoFamilyNameBetweenTheCastAndAnybodyElse() {
        // Given
        var castNames =
                Cast.ALL.stream().flatMap(SyntheticPopulationTest::familyNames).collect(Collectors.toSet());
        // When
        var words = Arrays.stream(Origin.values())
                .flatMap(origin -> origin.familyNames().stream())
                .collect(Collectors.toSet());
        // Then
        assertThat(castNames).isNotEmpty().doesNotContainAnyElementsOf(words);
    }

    @Test
    void hasTheProportionsOfABritishPopulation() {
        // When
        var made = population(MANY, 4);
        var people = made.people;
        var practiceAddresses =
                made.practices.stream().map(PracticeRecord::postcode).collect(Collectors.toSet());
        // Then
        assertThat(count(people, person -> person.protection() != Protection.UNRESTRICTED))
                .isCloseTo(200, withinPercentage(40));
        assertThat(count(people, person -> person.protection() == Protection.VERY_RESTRICTED))
                .isBetween(20, 90);
        assertThat(count(people, person -> person.validity() instanceof Validity.Superseded))
                .isCloseTo(300, withinPercentage(30));
        assertThat(count(people, person -> person.validity() instanceof Validity.Invalidated))
                .isBetween(20, 90);
        assertThat(count(people, person -> person.birthDate().isEmpty())).isBetween(60, 160);
        assertThat(count(people, SyntheticPopulationTest::isBornOnAPartialDate)).isBetween(60, 160);
        assertThat(count(people, person -> person.death().isPresent())).isCloseTo(4_000, withinPercentage(30));
        assertThat(count(people, person -> person.names().size() > 1)).isCloseTo(14_000, withinPercentage(30));
        assertThat(count(people, person -> person.homes().size() > 1)).isCloseTo(72_000, withinPercentage(15));
        assertThat(count(
                        people,
                        person -> !person.homes().isEmpty()
                                && practiceAddresses.contains(
                                        person.homes().getFirst().postcode())))
                .isBetween(50, 220);
    }

    @Test
    void registersPeopleOnlyWithPracticesThatThereAre() {
        // When
        var made = population(5_000, 5);
        var codes = made.practices.stream().map(PracticeRecord::odsCode).toList();
        // Then
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes)
                .containsAll(made.people.stream()
                        .flatMap(person -> person.registrations().stream())
                        .map(PersonRecord.Registration::odsCode)
                        .collect(Collectors.toSet()));
    }

    @Test
    void supersedesOnlyByNumbersThatThereAre() {
        // When
        var people = population(MANY, 6).people;
        var numbers = people.stream().map(PersonRecord::nhsNumber).collect(Collectors.toCollection(HashSet::new));
        // Then
        assertThat(people).allSatisfy(person -> {
            if (person.validity() instanceof Validity.Superseded superseded) {
                assertThat(numbers).contains(superseded.by());
            }
        });
    }

    @Test
    void refusesAPopulationOfNobody() {
        assertThatThrownBy(() -> new SyntheticPopulation(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a population has 1 to 80000000 people");
    }

    private static Stream<String> familyNames(PersonRecord person) {
        return person.names().stream().flatMap(name -> name.family().stream());
    }

    private static boolean isBornOnAPartialDate(PersonRecord person) {
        return person.birthDate().filter(born -> !born.isWhole()).isPresent();
    }

    private static int count(List<PersonRecord> people, Predicate<PersonRecord> which) {
        return (int) people.stream().filter(which).count();
    }

    private static Kept population(int people, long seed) {
        var kept = new Kept(new ArrayList<>(), new ArrayList<>());
        new SyntheticPopulation(people, seed).writeTo(kept, made -> {});
        return kept;
    }

    private record Kept(List<PersonRecord> people, List<PracticeRecord> practices) implements PopulationSink {
        @Override
        public Tally addPractices(List<PracticeRecord> added) {
            practices.addAll(added);
            return new Tally(added.size(), 0, 0);
        }

        @Override
        public Tally addPeople(List<PersonRecord> added) {
            people.addAll(added);
            return new Tally(added.size(), 0, 0);
        }

        @Override
        public void close() {}
    }
}
