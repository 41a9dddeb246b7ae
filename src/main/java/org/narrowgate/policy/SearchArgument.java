package org.narrowgate.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a request may name its subject by. Authorised like a field: a hidden value must not be probed by searching. */
public enum SearchArgument {
    NHS_NUMBER("nhsNumber"),
    FAMILY_NAME("familyName"),
    GIVEN_NAME("givenName"),
    BIRTH_DATE("birthDate"),
    GENDER("gender"),
    POSTCODE("postcode");

    private final String path;

    SearchArgument(String path) {
        this.path = path;
    }

    /** Name in {@code SubjectInput} and in policy documents, for example {@code familyName}. */
    public String path() {
        return path;
    }

    public static Optional<SearchArgument> ofPath(String path) {
        return Arrays.stream(values())
                .filter(argument -> argument.path.equals(path))
                .findFirst();
    }
}
