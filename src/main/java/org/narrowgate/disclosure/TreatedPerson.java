package org.narrowgate.disclosure;

import static org.narrowgate.disclosure.WithheldField.Reason.NOT_AVAILABLE;
import static org.narrowgate.disclosure.WithheldField.Reason.NOT_NEEDED_FOR_PURPOSE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.WithheldField.Treatment;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Precision;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.subject.Gender;

/**
 * A person's details with every treatment applied, and what was done to each. INVARIANT: the only place that builds a
 * {@link Person}.
 */
final class TreatedPerson {
    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final Map<Field, Precision> generalised = new EnumMap<>(Field.class);
    private final List<WithheldField> withheld = new ArrayList<>();

    private TreatedPerson() {}

    /** The fields that have to be read at all: selected, and not withheld by the policy. */
    static Set<Field> toRead(Map<Field, FieldTreatment> treatments, Set<Field> selected) {
        var read = EnumSet.noneOf(Field.class);
        selected.stream()
                .filter(field -> !(treatment(treatments, field) instanceof FieldTreatment.Withhold))
                .forEach(read::add);
        return read;
    }

    static TreatedPerson of(HeldDetails held, Map<Field, FieldTreatment> treatments, Set<Field> selected) {
        var treated = new TreatedPerson();
        Stream.of(Field.values())
                .filter(selected::contains)
                .forEach(field -> treated.treat(field, valueOf(held, field), treatment(treatments, field)));
        return treated;
    }

    static TreatedPerson ofNothing() {
        return new TreatedPerson();
    }

    /** Released as held, in the catalogue's order. */
    List<Field> released() {
        return values.keySet().stream()
                .filter(field -> !generalised.containsKey(field))
                .toList();
    }

    Map<Field, Precision> generalised() {
        return Map.copyOf(generalised);
    }

    /** Every selected field that is not released as held, in the catalogue's order. */
    List<WithheldField> withheld() {
        return List.copyOf(withheld);
    }

    Person person() {
        return new Person(
                text(Field.NHS_NUMBER),
                any(Field.NAME_FAMILY, Field.NAME_GIVEN)
                        ? new Person.Name(text(Field.NAME_FAMILY), texts(Field.NAME_GIVEN))
                        : null,
                texts(Field.PREVIOUS_FAMILY_NAMES),
                text(Field.BIRTH_DATE),
                (Gender) values.get(Field.GENDER),
                (Boolean) values.get(Field.DECEASED),
                any(Field.ADDRESS_LINES, Field.ADDRESS_POSTCODE, Field.ADDRESS_SINCE)
                        ? new Person.Address(texts(Field.ADDRESS_LINES), text(Field.ADDRESS_POSTCODE), (LocalDate)
                                values.get(Field.ADDRESS_SINCE))
                        : null,
                any(
                                Field.PRACTICE_ODS_CODE,
                                Field.PRACTICE_NAME,
                                Field.PRACTICE_AREA_CODE,
                                Field.PRACTICE_REGISTERED_ON)
                        ? new Person.GeneralPractice(
                                text(Field.PRACTICE_ODS_CODE),
                                text(Field.PRACTICE_NAME),
                                text(Field.PRACTICE_AREA_CODE),
                                (LocalDate) values.get(Field.PRACTICE_REGISTERED_ON))
                        : null);
    }

    private void treat(Field field, @Nullable Object held, FieldTreatment treatment) {
        switch (treatment) {
            case FieldTreatment.Withhold() ->
                withheld.add(new WithheldField(field, Treatment.WITHHELD, NOT_NEEDED_FOR_PURPOSE));
            case FieldTreatment.Release() -> release(field, held);
            case FieldTreatment.Generalise(var precision) -> generalise(field, held, precision);
        }
    }

    private void release(Field field, @Nullable Object held) {
        if (held == null) {
            withheld.add(new WithheldField(field, Treatment.WITHHELD, NOT_AVAILABLE));
            return;
        }
        values.put(field, held);
    }

    private void generalise(Field field, @Nullable Object held, Precision precision) {
        var left = held == null ? null : Generalisation.of(held, precision).orElse(null);
        if (left == null) {
            withheld.add(new WithheldField(field, Treatment.WITHHELD, NOT_AVAILABLE));
            return;
        }
        values.put(field, left);
        generalised.put(field, precision);
        withheld.add(new WithheldField(field, Treatment.GENERALISED, NOT_NEEDED_FOR_PURPOSE));
    }

    // A field without a treatment cannot come from a valid policy; should one be missing, it is withheld.
    private static FieldTreatment treatment(Map<Field, FieldTreatment> treatments, Field field) {
        return treatments.getOrDefault(field, new FieldTreatment.Withhold());
    }

    private static @Nullable Object valueOf(HeldDetails held, Field field) {
        return switch (field) {
            case NHS_NUMBER -> held.nhsNumber();
            case NAME_FAMILY -> held.familyName();
            case NAME_GIVEN -> held.givenNames();
            case PREVIOUS_FAMILY_NAMES -> held.previousFamilyNames();
            case BIRTH_DATE -> held.birthDate();
            case GENDER -> held.gender();
            case DECEASED -> held.deceased();
            case ADDRESS_LINES -> held.addressLines();
            case ADDRESS_POSTCODE -> held.postcode();
            case ADDRESS_SINCE -> held.addressSince();
            case PRACTICE_ODS_CODE -> held.practiceOdsCode();
            case PRACTICE_NAME -> held.practiceName();
            case PRACTICE_AREA_CODE -> held.practiceAreaCode();
            case PRACTICE_REGISTERED_ON -> held.practiceRegisteredOn();
        };
    }

    private boolean any(Field... fields) {
        return Stream.of(fields).anyMatch(values::containsKey);
    }

    private @Nullable String text(Field field) {
        return (String) values.get(field);
    }

    @SuppressWarnings("unchecked") // HeldDetails holds lists of strings only
    private @Nullable List<String> texts(Field field) {
        return (List<String>) values.get(field);
    }
}
