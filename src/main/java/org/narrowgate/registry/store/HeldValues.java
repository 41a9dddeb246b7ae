package org.narrowgate.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** One column, of the kind its field has; several texts as an array. */
    static @Nullable Object value(ResultSet row, int column, Field field) throws SQLException {
        return switch (field) {
            case NHS_NUMBER,
                    NAME_FAMILY,
                    BIRTH_DATE,
                    ADDRESS_POSTCODE,
                    PRACTICE_ODS_CODE,
                    PRACTICE_NAME,
                    PRACTICE_AREA_CODE -> row.getString(column);
            case GENDER ->
                Optional.ofNullable(row.getString(column)).map(Gender::valueOf).orElse(null);
            case DECEASED -> row.getBoolean(column);
            case ADDRESS_SINCE, PRACTICE_REGISTERED_ON -> row.getObject(column, LocalDate.class);
            case NAME_GIVEN, PREVIOUS_FAMILY_NAMES, ADDRESS_LINES -> {
                var array = row.getArray(column);
                yield array == null ? null : array.getArray();
            }
        };
    }

    private static @Nullable List<String> list(@Nullable Object values) {
        return values == null ? null : List.of((String[]) values);
    }
}
