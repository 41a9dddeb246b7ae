package org.narrowgate.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a request may name its subject by. Authorised like a field: a hidden value must not be probed by searching. */
public enum SearchArgument {
    NHS_NUMBER("nhsNumber", "NHS number"),
    FAMILY_NAME("familyName", "family name"),
    GIVEN_NAME("givenName", "given name"),
    BIRTH_DATE("birthDate", "date of birth"),
    GENDER("gender", "gender"),
    POSTCODE("postcode", "postcode");

    private final String path;
    private final String words;

    SearchArgument(String path, String words) {
        this.path = path;
        this.words = words;
    }

    /** Name in {@code SubjectInput} and in policy documents, for example {@code familyName}. */
    public String path() {
        return path;
    }

    /** As it is called within a sentence: date of birth. */
    public String words() {
        return words;
    }

    public static Optional<SearchArgument> ofPath(String path) {
        return Arrays.stream(values())
                .filter(argument -> argument.path.equals(path))
                .findFirst();
    }
}
