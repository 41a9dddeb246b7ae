package org.narrowgate.registry.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.narrowgate.registry.MatchingKey;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PersonRecord.Validity;

/** The rows that keep people: of the person, and of their names, homes and registrations. */
final class PersonRows {
    static final String PERSON_COLUMNS =
            "id, nhs_number, birth_date, gender, deceased, deceased_on, protection, superseded_by, invalidated, content_hash";
    static final String NAME_COLUMNS = "person_id, place, use, family, given, starts_on, ends_on, born_on,"
            + " family_key, first_given_key, all_given_key";
    static final String ADDRESS_COLUMNS =
            "person_id, place, lines, postcode, starts_on, ends_on, since, postcode_key, premises_key, name_key";
    static final String REGISTRATION_COLUMNS = "person_id, place, ods_code, starts_on, ends_on, registered_on";

    private PersonRows() {}

    static void person(CopyRows rows, long id, PersonRecord person, byte[] contentHash) {
        rows.column(id)
                .column(person.nhsNumber().digits())
                .column(person.birthDate().map(PartialDate::iso))
                .column(person.gender())
                .column(person.death().isPresent())
                .column(deceasedOn(person))
                .column(person.protection().code())
                .column(supersededBy(person))
                .column(isInvalidated(person))
                .bytes(contentHash)
                .endRow();
    }

    static void names(CopyRows rows, long id, PersonRecord person) {
        var bornOn = person.birthDate().filter(PartialDate::isWhole).map(PartialDate::iso);
        int place = 0;
        for (var name : person.names()) {
            rows.column(id)
                    .column(place++)
                    .column(name.use().code())
                    .column(name.family())
                    .array(name.given())
                    .column(name.period().startsOn())
                    .column(name.period().endsOn())
                    .column(bornOn)
                    .column(key(name.family().flatMap(MatchingKey::ofName)))
                    .column(key(name.given().stream().findFirst().flatMap(MatchingKey::ofName)))
                    .column(key(MatchingKey.ofNames(name.given())))
                    .endRow();
        }
    }

    static void homes(CopyRows rows, long id, PersonRecord person) {
        int place = 0;
        for (var home : person.homes()) {
            rows.column(id)
                    .column(place++)
                    .array(home.lines())
                    .column(home.postcode())
                    .column(home.period().startsOn())
                    .column(home.period().endsOn())
                    .column(home.period().since())
                    .column(key(home.postcode().flatMap(MatchingKey::ofPostcode)))
                    .column(key(MatchingKey.ofPremises(home.lines())))
                    .column(key(home.lines().stream().findFirst().flatMap(MatchingKey::ofBuilding)))
                    .endRow();
        }
    }

    static void registrations(CopyRows rows, long id, PersonRecord person) {
        int place = 0;
        for (var registration : person.registrations()) {
            rows.column(id)
                    .column(place++)
                    .column(registration.odsCode())
                    .column(registration.period().startsOn())
                    .column(registration.period().endsOn())
                    .column(registration.period().since())
                    .endRow();
        }
    }

    /** SHA-256 over everything the record holds and the rules its keys are made by. */
    static byte[] contentHash(PersonRecord person) {
        var content = new CopyRows()
                .column(MatchingKey.RULES)
                .column(person.birthDate().map(PartialDate::iso))
                .column(person.gender())
                .column(person.death().isPresent())
                .column(deceasedOn(person))
                .column(person.protection().code())
                .column(supersededBy(person))
                .column(isInvalidated(person))
                .endRow();
        for (var name : person.names()) {
            content.column("name")
                    .column(name.use().code())
                    .column(name.family())
                    .array(name.given())
                    .column(name.period().start().map(PartialDate::iso))
                    .column(name.period().end().map(PartialDate::iso))
                    .endRow();
        }
        for (var home : person.homes()) {
            content.column("home")
                    .array(home.lines())
                    .column(home.postcode())
                    .column(home.period().start().map(PartialDate::iso))
                    .column(home.period().end().map(PartialDate::iso))
                    .endRow();
        }
        for (var registration : person.registrations()) {
            content.column("registration")
                    .column(registration.odsCode())
                    .column(registration.period().start().map(PartialDate::iso))
                    .column(registration.period().end().map(PartialDate::iso))
                    .endRow();
        }
        return sha256(content.toBytes());
    }

    static Optional<String> deceasedOn(PersonRecord person) {
        return person.death().flatMap(PersonRecord.Death::on).map(PartialDate::iso);
    }

    static Optional<String> supersededBy(PersonRecord person) {
        return switch (person.validity()) {
            case Validity.Superseded(var by) -> Optional.of(by.digits());
            case Validity.Valid ignored -> Optional.empty();
            case Validity.Invalidated ignored -> Optional.empty();
        };
    }

    static boolean isInvalidated(PersonRecord person) {
        return switch (person.validity()) {
            case Validity.Invalidated ignored -> true;
            case Validity.Valid ignored -> false;
            case Validity.Superseded ignored -> false;
        };
    }

    static Optional<String> key(Optional<MatchingKey> key) {
        return key.map(MatchingKey::value);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
