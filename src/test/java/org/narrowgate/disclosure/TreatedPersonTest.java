package org.narrowgate.disclosure;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.disclosure.WithheldField.Reason.NOT_AVAILABLE;
import static org.narrowgate.disclosure.WithheldField.Reason.NOT_NEEDED_FOR_PURPOSE;
import static org.narrowgate.disclosure.WithheldField.Treatment.GENERALISED;
import static org.narrowgate.disclosure.WithheldField.Treatment.WITHHELD;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.FieldTreatment.Generalise;
import org.narrowgate.policy.FieldTreatment.Release;
import org.narrowgate.policy.FieldTreatment.Withhold;
import org.narrowgate.policy.Precision;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.subject.Gender;

class TreatedPersonTest {
    private static final Set<Field> EVERYTHING = EnumSet.allOf(Field.class);
    private static final HeldDetails HELD = new HeldDetails(
            "9000000009",
            "O'Connor-Smith",
            List.of("Zoë", "Ann"),
            List.of("Smith"),
            "1984-03-07",
            Gender.FEMALE,
            false,
            List.of("1 High Street", "Leeds"),
            "LS1 4AP",
            LocalDate.of(2020, 2, 1),
            "A12345",
            "The Surgery",
            "E54000054",
            LocalDate.of(2019, 1, 1));
    private static final HeldDetails NOTHING_HELD =
            new HeldDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void releasesEverythingAsHeldWhereThePolicyReleasesEverything() {
        // When
        var treated = TreatedPerson.of(HELD, all(new Release()), EVERYTHING);
        // Then
        assertThat(treated.person())
                .isEqualTo(new Person(
                        "9000000009",
                        new Person.Name("O'Connor-Smith", List.of("Zoë", "Ann")),
                        List.of("Smith"),
                        "1984-03-07",
                        Gender.FEMALE,
                        false,
                        new Person.Address(List.of("1 High Street", "Leeds"), "LS1 4AP", LocalDate.of(2020, 2, 1)),
                        new Person.GeneralPractice("A12345", "The Surgery", "E54000054", LocalDate.of(2019, 1, 1))));
        assertThat(treated.released()).containsExactly(Field.values());
        assertThat(treated.withheld()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void showsNothingOfAFieldThatWasNotSelected(Field selected) {
        // When
        var treated = TreatedPerson.of(HELD, all(new Release()), Set.of(selected));
        // Then
        assertThat(treated.released()).containsExactly(selected);
        assertThat(leaves(treated.person())).isEqualTo(1);
        assertThat(treated.withheld()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void withholdsWhatThePolicyWithholdsAndSaysSo(Field field) {
        // When
        var treated = TreatedPerson.of(HELD, all(new Withhold()), Set.of(field));
        // Then
        assertThat(leaves(treated.person())).isZero();
        assertThat(treated.released()).isEmpty();
        assertThat(treated.withheld()).containsExactly(new WithheldField(field, WITHHELD, NOT_NEEDED_FOR_PURPOSE));
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void makesNoDifferenceBetweenProtectedAndNotHeld(Field field) {
        // When
        var treated = TreatedPerson.of(NOTHING_HELD, all(new Release()), Set.of(field));
        // Then
        assertThat(leaves(treated.person())).isZero();
        assertThat(treated.withheld()).containsExactly(new WithheldField(field, WITHHELD, NOT_AVAILABLE));
    }

    @Test
    void generalisesWhatThePolicyGeneralises() {
        // Given
        var treatments = Map.<Field, FieldTreatment>of(
                Field.NAME_FAMILY, new Generalise(Precision.INITIALS),
                Field.NAME_GIVEN, new Generalise(Precision.INITIALS),
                Field.PREVIOUS_FAMILY_NAMES, new Generalise(Precision.INITIALS),
                Field.BIRTH_DATE, new Generalise(Precision.YEAR),
                Field.ADDRESS_POSTCODE, new Generalise(Precision.DISTRICT));
        // When
        var treated = TreatedPerson.of(HELD, treatments, treatments.keySet());
        // Then
        assertThat(treated.person())
                .isEqualTo(new Person(
                        null,
                        new Person.Name("O.", List.of("Z.", "A.")),
                        List.of("S."),
                        "1984",
                        null,
                        null,
                        new Person.Address(null, "LS1", null),
                        null));
        assertThat(treated.released()).isEmpty();
        assertThat(treated.withheld())
                .containsExactly(
                        new WithheldField(Field.NAME_FAMILY, GENERALISED, NOT_NEEDED_FOR_PURPOSE),
                        new WithheldField(Field.NAME_GIVEN, GENERALISED, NOT_NEEDED_FOR_PURPOSE),
                        new WithheldField(Field.PREVIOUS_FAMILY_NAMES, GENERALISED, NOT_NEEDED_FOR_PURPOSE),
                        new WithheldField(Field.BIRTH_DATE, GENERALISED, NOT_NEEDED_FOR_PURPOSE),
                        new WithheldField(Field.ADDRESS_POSTCODE, GENERALISED, NOT_NEEDED_FOR_PURPOSE));
    }

    @Test
    void withholdsAFieldThatHasNoTreatment() {
        // When
        var treated = TreatedPerson.of(HELD, Map.of(), EVERYTHING);
        // Then
        assertThat(leaves(treated.person())).isZero();
        assertThat(treated.withheld()).hasSize(Field.values().length);
    }

    @Test
    void readsOnlyWhatIsSelectedAndNotWithheld() {
        // Given
        var treatments = Map.<Field, FieldTreatment>of(
                Field.NAME_FAMILY, new Release(),
                Field.BIRTH_DATE, new Generalise(Precision.YEAR),
                Field.NHS_NUMBER, new Withhold());
        // When
        var read = TreatedPerson.toRead(treatments, Set.of(Field.BIRTH_DATE, Field.NHS_NUMBER, Field.GENDER));
        // Then
        assertThat(read).containsExactly(Field.BIRTH_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "1984-03-07, YEAR, 1984",
        "1984-03, YEAR, 1984",
        "1984, MONTH, 1984",
        "1984-03-07, MONTH, 1984-03",
        "LS1 4AP, DISTRICT, LS1",
        "SW1A1AA, DISTRICT, SW1A",
        "ec1a 1bb, DISTRICT, EC1A",
        "o'connor, INITIALS, O.",
        "'’t Hooft', INITIALS, T.",
        "Łukasz, INITIALS, Ł."
    })
    void leavesOnlyWhatThePrecisionAllows(String held, Precision precision, String left) {
        assertThat(Generalisation.of(held, precision).map(Object::toString)).contains(left);
    }

    @ParameterizedTest
    @CsvSource({"7 March 1984, YEAR", "not a postcode, DISTRICT", "'12345', INITIALS", "'', INITIALS"})
    void leavesNothingOfAValueWithoutTheExpectedForm(String held, Precision precision) {
        assertThat(Generalisation.of(held, precision)).isEmpty();
    }

    private static Map<Field, FieldTreatment> all(FieldTreatment treatment) {
        return EVERYTHING.stream().collect(toUnmodifiableMap(field -> field, field -> treatment));
    }

    private static long leaves(Person person) {
        var name = person.name() == null
                ? Stream.empty()
                : Stream.of(person.name().family(), person.name().given());
        var address = person.address() == null
                ? Stream.empty()
                : Stream.of(
                        person.address().lines(),
                        person.address().postcode(),
                        person.address().since());
        var practice = person.generalPractice() == null
                ? Stream.empty()
                : Stream.of(
                        person.generalPractice().odsCode(),
                        person.generalPractice().name(),
                        person.generalPractice().areaCode(),
                        person.generalPractice().registeredOn());
        var own = Stream.of(
                person.nhsNumber(),
                person.previousFamilyNames(),
                person.birthDate(),
                person.gender(),
                person.deceased());
        return Stream.of(own, name, address, practice)
                .flatMap(leaf -> leaf)
                .filter(leaf -> leaf != null)
                .count();
    }
}
