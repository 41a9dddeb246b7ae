package org.narrowgate.registry.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Address;
import org.narrowgate.registry.PersonRecord.Death;
import org.narrowgate.registry.PersonRecord.Name;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.registry.PersonRecord.Registration;
import org.narrowgate.registry.PersonRecord.Validity;
import org.narrowgate.registry.Protection;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;

/**
 * Reads a FHIR R4 {@code Patient}. Only what the registry holds is looked at: extensions, telecom and everything
 * clinical are passed over, and so are names and addresses whose use is absent or none of those that count.
 */
public final class PatientReader {
    private PatientReader() {}

    /** @param line one {@code Patient} as JSON in UTF-8 */
    public static PersonRecord read(byte[] line) throws UnreadableResourceException {
        var patient = Part.resource(line, "Patient");
        return new PersonRecord(
                nhsNumber(patient),
                birthDate(patient),
                gender(patient),
                death(patient),
                protection(patient),
                validity(patient),
                names(patient),
                homes(patient),
                registrations(patient));
    }

    private static NhsNumber nhsNumber(Part patient) throws UnreadableResourceException {
        var numbers = new HashSet<NhsNumber>();
        for (var identifier : patient.each("identifier")) {
            if (FhirSystems.NHS_NUMBER.equals(identifier.text("system").orElse(""))) {
                numbers.add(identifier
                        .text("value")
                        .flatMap(NhsNumber::parse)
                        .orElseThrow(() -> identifier.fault("holds no valid NHS number")));
            }
        }
        if (numbers.size() != 1) {
            throw new UnreadableResourceException(numbers.isEmpty() ? "no NHS number" : "more than one NHS number");
        }
        return numbers.iterator().next();
    }

    private static Optional<PartialDate> birthDate(Part patient) throws UnreadableResourceException {
        var text = patient.text("birthDate");
        var birthDate = text.flatMap(PartialDate::parse);
        if (text.isPresent() && birthDate.isEmpty()) {
            throw new UnreadableResourceException("birthDate is not a date");
        }
        return birthDate;
    }

    private static Optional<Gender> gender(Part patient) throws UnreadableResourceException {
        var code = patient.text("gender");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (code.get()) {
                    case "male" -> Gender.MALE;
                    case "female" -> Gender.FEMALE;
                    case "other" -> Gender.OTHER;
                    case "unknown" -> Gender.UNKNOWN;
                    default -> throw new UnreadableResourceException("gender is none of male, female, other, unknown");
                });
    }

    private static Optional<Death> death(Part patient) throws UnreadableResourceException {
        var on = patient.dateTime("deceasedDateTime");
        boolean known = on.isPresent() || patient.truth("deceasedBoolean").orElse(false);
        return known ? Optional.of(new Death(on)) : Optional.empty();
    }

    /** The strictest of the codes. Without any the person is restricted: nobody said that they are not. */
    private static Protection protection(Part patient) throws UnreadableResourceException {
        var strictest = Optional.<Protection>empty();
        var meta = patient.part("meta");
        for (var security : meta.isPresent() ? meta.get().each("security") : List.<Part>of()) {
            var protection = Protection.ofCode(security.text("code").orElse(""));
            strictest = Optional.of(strictest.map(protection::orStricter).orElse(protection));
        }
        return strictest.orElse(Protection.RESTRICTED);
    }

    private static Validity validity(Part patient) throws UnreadableResourceException {
        for (var link : patient.each("link")) {
            if (link.text("type").orElse("").equals("replaced-by")) {
                return new Validity.Superseded(successor(link));
            }
        }
        return patient.truth("active").orElse(true) ? new Validity.Valid() : new Validity.Invalidated();
    }

    private static NhsNumber successor(Part link) throws UnreadableResourceException {
        var other = link.part("other");
        if (other.isEmpty()) {
            throw link.fault("names no other record");
        }
        var identifier = other.get().part("identifier");
        var number = identifier.isPresent() ? identifier.get().text("value") : Optional.<String>empty();
        var reference = other.get().text("reference").map(text -> text.substring(text.lastIndexOf('/') + 1));
        return number.or(() -> reference)
                .flatMap(NhsNumber::parse)
                .orElseThrow(() -> link.fault("holds no valid NHS number"));
    }

    private static List<Name> names(Part patient) throws UnreadableResourceException {
        var names = new ArrayList<Name>();
        for (var name : patient.each("name")) {
            var use = use(name.text("use").orElse(""));
            if (use.isPresent()) {
                names.add(new Name(use.get(), name.text("family"), name.texts("given"), name.period()));
            }
        }
        return names;
    }

    private static Optional<NameUse> use(String code) {
        return switch (code) {
            case "usual" -> Optional.of(NameUse.USUAL);
            case "old" -> Optional.of(NameUse.OLD);
            case "maiden" -> Optional.of(NameUse.MAIDEN);
            default -> Optional.empty();
        };
    }

    private static List<Address> homes(Part patient) throws UnreadableResourceException {
        var homes = new ArrayList<Address>();
        for (var address : patient.each("address")) {
            if (address.text("use").orElse("").equals("home")) {
                homes.add(new Address(address.texts("line"), address.text("postalCode"), address.period()));
            }
        }
        return homes;
    }

    private static List<Registration> registrations(Part patient) throws UnreadableResourceException {
        var registrations = new ArrayList<Registration>();
        for (var practitioner : patient.each("generalPractitioner")) {
            var identifier = practitioner.part("identifier");
            if (identifier.isPresent()
                    && FhirSystems.ODS_CODE.equals(
                            identifier.get().text("system").orElse(FhirSystems.ODS_CODE))) {
                var code = identifier.get().text("value");
                var period = identifier.get().period();
                code.ifPresent(odsCode -> registrations.add(new Registration(odsCode, period)));
            }
        }
        return registrations;
    }
}
