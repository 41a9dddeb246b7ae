package org.narrowgate.registry.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.subject.Gender;

/** What was selected of a person, by field, and all of it together. */
final class HeldValues {
    private HeldValues() {}

    static HeldDetails details(Map<Field, Object> values, @Nullable List<String> previousFamilyNames) {
        return new HeldDetails(
                (String) values.get(Field.NHS_NUMBER),
                (String) values.get(Field.NAME_FAMILY),
                list(values.get(Field.NAME_GIVEN)),
                previousFamilyNames,
                (String) values.get(Field.BIRTH_DATE),
                (Gender) values.get(Field.GENDER),
                (Boolean) values.get(Field.DECEASED),
                list(values.get(Field.ADDRESS_LINES)),
                (String) values.get(Field.ADDRESS_POSTCODE),
                (LocalDate) values.get(Field.ADDRESS_SINCE),
                (String) values.get(Field.PRACTICE_ODS_CODE),
                (String) values.get(Field.PRACTICE_NAME),
                (String) values.get(Field.PRACTICE_AREA_CODE),
                (LocalDate) values.get(Field.PRACTICE_REGISTERED_ON));
    }

    @SuppressWarnings("unchecked") // columns of several texts are read as nothing else
    private static @Nullable List<String> list(@Nullable Object values) {
        return (List<String>) values;
    }
}
