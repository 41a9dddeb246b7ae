package org.narrowgate.api.answer;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.Person;
import org.narrowgate.subject.Gender;

/** What is released of one person. The disclosure has built it; here it only takes the contract's shape. */
@Type("Person")
@Description("What is released of one person. A null is not selected, withheld, or not held.")
public record PersonAnswer(
        @Nullable @Description("NHS number, ten digits.") String nhsNumber,
        @Nullable @Description("Present name.") Name name,
        @Nullable @Description("Family names borne before.") List<@NonNull String> previousFamilyNames,

        @Nullable @Description("Date of birth, possibly generalised to month or year.")
        String birthDate,

        @Nullable @Description("Administrative gender.") Gender gender,

        @Nullable @Description("Whether the person is known to have died.")
        Boolean deceased,

        @Nullable @Description("Last known home address.") Address address,

        @Nullable @Description("The general practice the person is registered with.")
        GeneralPractice generalPractice) {

    /** A person's name. */
    @Type("Name")
    @Description("A person's name.")
    public record Name(
            @Nullable @Description("Family name, possibly its initial only.")
            String family,

            @Nullable @Description("Given names, possibly their initials only.")
            List<@NonNull String> given) {}

    /** Where a person lives, as last known. */
    @Type("Address")
    @Description("Last known home address.")
    public record Address(
            @Nullable @Description("Lines of the address.") List<@NonNull String> lines,

            @Nullable @Description("Postcode, possibly its district only.")
            String postcode,

            @Nullable @Description("Since when it is held.") LocalDate since) {}

    /** Where a person is registered for primary care. */
    @Type("GeneralPractice")
    @Description("The general practice the person is registered with.")
    public record GeneralPractice(
            @Nullable @Description("Code of the practice in the Organisation Data Service.")
            String odsCode,

            @Nullable @Description("Name of the practice.") String name,

            @Nullable @Description("Code of the primary care area.")
            String areaCode,

            @Nullable @Description("Since when the person is registered.")
            LocalDate registeredOn) {}

    static PersonAnswer of(Person person) {
        return new PersonAnswer(
                person.nhsNumber(),
                name(person.name()),
                person.previousFamilyNames(),
                person.birthDate(),
                person.gender(),
                person.deceased(),
                address(person.address()),
                practice(person.generalPractice()));
    }

    private static @Nullable Name name(Person.@Nullable Name name) {
        return name == null ? null : new Name(name.family(), name.given());
    }

    private static @Nullable Address address(Person.@Nullable Address address) {
        return address == null ? null : new Address(address.lines(), address.postcode(), address.since());
    }

    private static @Nullable GeneralPractice practice(Person.@Nullable GeneralPractice practice) {
        return practice == null
                ? null
                : new GeneralPractice(
                        practice.odsCode(), practice.name(), practice.areaCode(), practice.registeredOn());
    }

    @Override
    public String toString() {
        return "PersonAnswer[masked]";
    }
}
