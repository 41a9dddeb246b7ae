package org.narrowgate.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.subject.Gender;

/** What leaves of one person: every value treated as the purpose demands. Null is not selected, withheld or not held. */
public record Person(
        @Nullable String nhsNumber,
        @Nullable Name name,
        @Nullable List<String> previousFamilyNames,
        @Nullable String birthDate,
        @Nullable Gender gender,
        @Nullable Boolean deceased,
        @Nullable Address address,
        @Nullable GeneralPractice generalPractice) {

    public record Name(@Nullable String family, @Nullable List<String> given) {}

    public record Address(
            @Nullable List<String> lines,
            @Nullable String postcode,
            @Nullable LocalDate since) {}

    public record GeneralPractice(
            @Nullable String odsCode,
            @Nullable String name,
            @Nullable String areaCode,
            @Nullable LocalDate registeredOn) {}

    @Override
    public String toString() {
        return "Person[masked]";
    }
}
