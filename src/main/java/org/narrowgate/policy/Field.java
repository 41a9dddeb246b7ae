package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.policy.Classification.CONTACT;
import static org.narrowgate.policy.Classification.IDENTITY;
import static org.narrowgate.policy.Classification.LOCATION;
import static org.narrowgate.policy.Precision.DISTRICT;
import static org.narrowgate.policy.Precision.INITIALS;
import static org.narrowgate.policy.Precision.MONTH;
import static org.narrowgate.policy.Precision.YEAR;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A leaf of {@code Person}: the catalogue of everything a disclosure could ever hold, each classified.
 *
 * <p>INVARIANT: what is not in this list cannot leave; the build compares it with the served schema.
 */
public enum Field {
    NHS_NUMBER("nhsNumber", "NHS number", IDENTITY),
    NAME_FAMILY("name.family", "family name", IDENTITY, INITIALS),
    NAME_GIVEN("name.given", "given names", IDENTITY, INITIALS),
    PREVIOUS_FAMILY_NAMES("previousFamilyNames", "previous family names", IDENTITY, INITIALS),
    BIRTH_DATE("birthDate", "date of birth", IDENTITY, YEAR, MONTH),
    GENDER("gender", "gender", IDENTITY),
    DECEASED("deceased", "whether the person has died", IDENTITY),
    ADDRESS_LINES("address.lines", "address", LOCATION),
    ADDRESS_POSTCODE("address.postcode", "postcode", LOCATION, DISTRICT),
    ADDRESS_SINCE("address.since", "first day at the address", LOCATION),
    PRACTICE_ODS_CODE("generalPractice.odsCode", "general practice's code", CONTACT),
    PRACTICE_NAME("generalPractice.name", "general practice's name", CONTACT),
    PRACTICE_AREA_CODE("generalPractice.areaCode", "general practice's area code", CONTACT),
    PRACTICE_REGISTERED_ON("generalPractice.registeredOn", "day of registration with the general practice", CONTACT);

    private final String path;
    private final String words;
    private final Classification classification;
    private final Set<Precision> precisions;

    Field(String path, String words, Classification classification, Precision... precisions) {
        this.path = path;
        this.words = words;
        this.classification = classification;
        this.precisions = Set.of(precisions);
    }

    /** Path in {@code Person}, for example {@code address.postcode}. */
    public String path() {
        return path;
    }

    /** As it is called within a sentence, and its beginning put in a capital, beside a value: previous family names. */
    public String words() {
        return words;
    }

    public Classification classification() {
        return classification;
    }

    /** How this field can be generalised; empty where it is released whole or not at all. */
    public Set<Precision> precisions() {
        return precisions;
    }

    public static Optional<Field> ofPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    /** The leaves at or below a path: {@code address} names three; an unknown path none. */
    public static Set<Field> within(String path) {
        return Arrays.stream(values())
                .filter(field -> field.path.equals(path) || field.path.startsWith(path + "."))
                .collect(toUnmodifiableSet());
    }
}
