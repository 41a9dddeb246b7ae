package org.narrowgate.subject;

import static org.narrowgate.policy.SearchArgument.BIRTH_DATE;
import static org.narrowgate.policy.SearchArgument.FAMILY_NAME;
import static org.narrowgate.policy.SearchArgument.GENDER;
import static org.narrowgate.policy.SearchArgument.GIVEN_NAME;
import static org.narrowgate.policy.SearchArgument.NHS_NUMBER;
import static org.narrowgate.policy.SearchArgument.POSTCODE;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.policy.SearchArgument;

/** What a request names its subject by. The values are as given; the registry normalises them. */
public sealed interface Subject {
    Set<SearchArgument> arguments();

    /** @param birthDate a cross-check: where given, the person found must have it */
    record ByNhsNumber(NhsNumber nhsNumber, Optional<LocalDate> birthDate) implements Subject {
        @Override
        public Set<SearchArgument> arguments() {
            return birthDate.isPresent() ? EnumSet.of(NHS_NUMBER, BIRTH_DATE) : EnumSet.of(NHS_NUMBER);
        }
    }

    /** At least one of the optional details is there, and all that are there must match. */
    record ByDetails(
            String familyName,
            LocalDate birthDate,
            Optional<String> givenName,
            Optional<Gender> gender,
            Optional<String> postcode)
            implements Subject {
        public ByDetails {
            if (givenName.isEmpty() && gender.isEmpty() && postcode.isEmpty()) {
                throw new IllegalArgumentException("one of given name, gender and postcode is needed");
            }
        }

        @Override
        public Set<SearchArgument> arguments() {
            var arguments = EnumSet.of(FAMILY_NAME, BIRTH_DATE);
            givenName.ifPresent(given -> arguments.add(GIVEN_NAME));
            gender.ifPresent(given -> arguments.add(GENDER));
            postcode.ifPresent(given -> arguments.add(POSTCODE));
            return arguments;
        }
    }
}
