package org.narrowgate.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.subject.Gender;

/**
 * The values read for one person: only those asked for. Null is not asked for, not held, or protected.
 *
 * @param birthDate ISO date, possibly partial: {@code 1984-03-07}, {@code 1984-03} or {@code 1984}
 */
public record HeldDetails(
        @Nullable String nhsNumber,
        @Nullable String familyName,
        @Nullable List<String> givenNames,
        @Nullable List<String> previousFamilyNames,
        @Nullable String birthDate,
        @Nullable Gender gender,
        @Nullable Boolean deceased,
        @Nullable List<String> addressLines,
        @Nullable String postcode,
        @Nullable LocalDate addressSince,
        @Nullable String practiceOdsCode,
        @Nullable String practiceName,
        @Nullable String practiceAreaCode,
        @Nullable LocalDate practiceRegisteredOn) {
    public HeldDetails {
        givenNames = givenNames == null ? null : List.copyOf(givenNames);
        previousFamilyNames = previousFamilyNames == null ? null : List.copyOf(previousFamilyNames);
        addressLines = addressLines == null ? null : List.copyOf(addressLines);
    }

    @Override
    public String toString() {
        return "HeldDetails[masked]";
    }
}
