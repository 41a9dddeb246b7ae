package org.narrowgate.registry.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Field;
import org.narrowgate.subject.Gender;

/**
 * Which column holds the value of a field, what has to be joined for it, and how it is read. In statements a person is
 * {@code p}, the usual name {@code u}, the home {@code a}, the registration {@code r} and the practice {@code g}.
 */
final class Columns {
    /** In the order they are joined. */
    enum Source {
        NAME,
        ADDRESS,
        REGISTRATION,
        PRACTICE
    }

    private Columns() {}

    /** All that these fields need, each once. */
    static List<Source> sources(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> sources(field).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Source> sources(Field field) {
        return switch (field) {
            case NHS_NUMBER, BIRTH_DATE, GENDER, DECEASED -> List.of();
            case NAME_FAMILY, NAME_GIVEN, PREVIOUS_FAMILY_NAMES -> List.of(Source.NAME);
            case ADDRESS_LINES, ADDRESS_POSTCODE, ADDRESS_SINCE -> List.of(Source.ADDRESS);
            case PRACTICE_ODS_CODE, PRACTICE_REGISTERED_ON -> List.of(Source.REGISTRATION);
            case PRACTICE_NAME, PRACTICE_AREA_CODE -> List.of(Source.REGISTRATION, Source.PRACTICE);
        };
    }

    static String column(Field field) {
        return switch (field) {
            case NHS_NUMBER -> "p.nhs_number";
            case NAME_FAMILY -> "u.family";
            case NAME_GIVEN -> "u.given";
            case BIRTH_DATE -> "p.birth_date";
            case GENDER -> "p.gender";
            case DECEASED -> "p.deceased";
            case ADDRESS_LINES -> "a.lines";
            case ADDRESS_POSTCODE -> "a.postcode";
            case ADDRESS_SINCE -> "a.since";
            case PRACTICE_ODS_CODE -> "r.ods_code";
            case PRACTICE_NAME -> "g.name";
            case PRACTICE_AREA_CODE -> "g.area_code";
            case PRACTICE_REGISTERED_ON -> "r.registered_on";
            case PREVIOUS_FAMILY_NAMES -> throw new IllegalArgumentException("previous family names are several rows");
        };
    }

    /** Null where the registry holds none; of names and lines a list of texts. */
    static @Nullable Object value(ResultSet row, int column, Field field) throws SQLException {
        return switch (field) {
            case ADDRESS_SINCE, PRACTICE_REGISTERED_ON -> row.getObject(column, LocalDate.class);
            case NAME_GIVEN, ADDRESS_LINES, PREVIOUS_FAMILY_NAMES -> texts(row.getArray(column));
            case GENDER -> gender(row.getString(column));
            case DECEASED -> row.getBoolean(column);
            case NHS_NUMBER,
                    NAME_FAMILY,
                    BIRTH_DATE,
                    ADDRESS_POSTCODE,
                    PRACTICE_ODS_CODE,
                    PRACTICE_NAME,
                    PRACTICE_AREA_CODE -> row.getString(column);
        };
    }

    private static @Nullable Gender gender(@Nullable String name) {
        return name == null ? null : Gender.valueOf(name);
    }

    private static @Nullable List<String> texts(@Nullable Array texts) throws SQLException {
        return texts == null ? null : List.of((String[]) texts.getArray());
    }
}
