package org.narrowgate.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.registry.PersonRecord.Address;
import org.narrowgate.registry.PersonRecord.Death;
import org.narrowgate.registry.PersonRecord.Name;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.registry.PersonRecord.Registration;
import org.narrowgate.registry.PersonRecord.Validity;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;

/** A record written down detail by detail; without any it is a minimal one. Dates are ISO. */
public final class PersonDraft {
    private final NhsNumber nhsNumber;
    private final List<Name> names = new ArrayList<>();
    private final List<Address> homes = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private Optional<PartialDate> birthDate = Optional.empty();
    private Optional<Gender> gender = Optional.empty();
    private Optional<Death> death = Optional.empty();
    private Protection protection = Protection.UNRESTRICTED;
    private Validity validity = new Validity.Valid();

    private PersonDraft(NhsNumber nhsNumber) {
        this.nhsNumber = nhsNumber;
    }

    public static PersonDraft aPerson(String nhsNumber) {
        return new PersonDraft(new NhsNumber(nhsNumber));
    }

    public PersonDraft born(String date, Gender as) {
        birthDate = PartialDate.parse(date);
        gender = Optional.of(as);
        return this;
    }

    public PersonDraft named(String family, String since, String... given) {
        return withName(NameUse.USUAL, family, Period.from(LocalDate.parse(since)), given);
    }

    public PersonDraft formerly(NameUse use, String family, String from, String until, String... given) {
        return withName(use, family, Period.between(LocalDate.parse(from), LocalDate.parse(until)), given);
    }

    public PersonDraft withName(NameUse use, String family, Period period, String... given) {
        names.add(new Name(use, Optional.of(family), List.of(given), period));
        return this;
    }

    public PersonDraft livingAt(String since, String postcode, String... lines) {
        return withHome(Period.from(LocalDate.parse(since)), postcode, lines);
    }

    public PersonDraft livedAt(String from, String until, String postcode, String... lines) {
        return withHome(Period.between(LocalDate.parse(from), LocalDate.parse(until)), postcode, lines);
    }

    public PersonDraft withHome(Period period, String postcode, String... lines) {
        homes.add(new Address(List.of(lines), Optional.of(postcode), period));
        return this;
    }

    public PersonDraft registered(String odsCode, String since) {
        return withRegistration(odsCode, Period.from(LocalDate.parse(since)));
    }

    public PersonDraft withRegistration(String odsCode, Period period) {
        registrations.add(new Registration(odsCode, period));
        return this;
    }

    public PersonDraft protectedAs(Protection as) {
        protection = as;
        return this;
    }

    public PersonDraft died(String on) {
        death = Optional.of(new Death(PartialDate.parse(on)));
        return this;
    }

    public PersonDraft mergedInto(String successor) {
        validity = new Validity.Superseded(new NhsNumber(successor));
        return this;
    }

    public PersonDraft invalidated() {
        validity = new Validity.Invalidated();
        return this;
    }

    public PersonRecord record() {
        return new PersonRecord(nhsNumber, birthDate, gender, death, protection, validity, names, homes, registrations);
    }
}
