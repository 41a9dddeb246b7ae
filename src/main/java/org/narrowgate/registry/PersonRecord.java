package org.narrowgate.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;

/** All that is held of one person. Names, addresses and registrations are latest first. */
public record PersonRecord(
        NhsNumber nhsNumber,
        Optional<PartialDate> birthDate,
        Optional<Gender> gender,
        Optional<Death> death,
        Protection protection,
        Validity validity,
        List<Name> names,
        List<Address> homes,
        List<Registration> registrations) {

    public PersonRecord {
        names = latestFirst(names, Name::period);
        homes = latestFirst(homes, Address::period);
        registrations = latestFirst(registrations, Registration::period);
    }

    /** Whether a record stands for a person. */
    public sealed interface Validity {
        record Valid() implements Validity {}

        /** Made in error. */
        record Invalidated() implements Validity {}

        /** Merged into another record. */
        record Superseded(NhsNumber by) implements Validity {}
    }

    /** @param on where it is known */
    public record Death(Optional<PartialDate> on) {}

    /** The uses of a name that count for anything here. */
    public enum NameUse {
        USUAL("usual"),
        OLD("old"),
        MAIDEN("maiden");

        private final String code;

        NameUse(String code) {
            this.code = code;
        }

        /** As FHIR writes it. */
        public String code() {
            return code;
        }
    }

    public record Name(NameUse use, Optional<String> family, List<String> given, Period period) {
        public Name {
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "Name[masked]";
        }
    }

    public record Address(List<String> lines, Optional<String> postcode, Period period) {
        public Address {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Address[masked]";
        }
    }

    public record Registration(String odsCode, Period period) {}

    private static <T> List<T> latestFirst(List<T> parts, Function<T, Period> period) {
        return parts.size() < 2
                ? List.copyOf(parts)
                : parts.stream()
                        .sorted(Comparator.comparing(
                                        (T part) -> period.apply(part).age())
                                .reversed())
                        .toList();
    }

    @Override
    public String toString() {
        return "PersonRecord[masked]";
    }
}
