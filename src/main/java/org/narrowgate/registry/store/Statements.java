package org.narrowgate.registry.store;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.narrowgate.policy.Field;
import org.narrowgate.subject.Subject;

/**
 * The HQL of the registry. Conditions may look at keys, periods and protection; a value is selected only where its
 * field was named.
 */
final class Statements {
    private static final String USUAL_NAME_TODAY = """
            u.key.person = p.id and u.use = 'usual' and %s and u.key.place = (
              select min(u2.key.place) from HeldName u2 where u2.key.person = p.id and u2.use = 'usual' and %s)
            """.formatted(current("u"), current("u2"));

    private static final String HOME_TODAY = """
            a.key.person = p.id and %s and a.key.place = (
              select min(a2.key.place) from HeldAddress a2 where a2.key.person = p.id and %s)
            """.formatted(current("a"), current("a2"));

    private static final String REGISTRATION_TODAY = """
            r.key.person = p.id and %s and r.key.place = (
              select min(r2.key.place) from HeldRegistration r2 where r2.key.person = p.id and %s)
            """.formatted(current("r"), current("r2"));

    /** Given to keep a home off the record; compared here so that no address has to be fetched for it. */
    private static final String PRACTICE_ADDRESS = """
            exists (select 1 from HeldPractice o where o.postcodeKey = a.postcodeKey
              and (o.premisesKey = a.premisesKey or o.nameKey = a.nameKey))
            """;

    private static final String TRACEABLE = "p.protection <> 'V' and p.supersededBy is null and not p.invalidated";

    /** Previous names: old and maiden ones, and usual ones that have ended. */
    private static final String FAMILY_NAME_HELD = "(n.startsOn is null or n.startsOn <= :today)";

    private static final String RECORD =
            "select p.id, p.nhsNumber, p.protection, p.deceased, p.supersededBy, p.invalidated, p.version from HeldPerson p"
                    + " where ";

    static final String RECORD_BY_KEY = RECORD + "p.id = :person";

    static final String RECORD_BY_NHS_NUMBER = RECORD + "p.nhsNumber = :nhsNumber";

    static final String BIRTH_DATE =
            "select p.birthDate from HeldPerson p where p.id = :person and p.birthDate is not null";

    /** SQL: first along the mergers to the last record, then back along all that lead to it. Cycles end. */
    static final String NUMBERS_OF = """
            with recursive later (nhs_number) as (
              select cast(:nhsNumber as text)
              union select p.superseded_by from person p join later on p.nhs_number = later.nhs_number
              where p.superseded_by is not null),
            numbers (nhs_number) as (
              select nhs_number from later
              union select p.nhs_number from person p join numbers on p.superseded_by = numbers.nhs_number)
            select nhs_number from numbers
            """;

    static final String BORN_ON = "select 1 from HeldPerson p where p.id = :person and p.birthDate = :birthDate";

    static final String LIVES_AT_A_PRACTICE = "select 1 from HeldPerson p join HeldAddress a on " + HOME_TODAY
            + " where p.id = :person and " + PRACTICE_ADDRESS;

    static final String PREVIOUS_FAMILY_NAMES = """
            select n.family from HeldPerson p
            left join HeldName u on %s
            left join HeldName n on n.key.person = p.id and n.family is not null and %s
              and (n.use <> 'usual' or n.endsOn < :today) and (u.family is null or u.family <> n.family)
            where p.id = :person and %s
            order by n.key.place desc
            """.formatted(USUAL_NAME_TODAY, FAMILY_NAME_HELD, TRACEABLE);

    private Statements() {}

    /** Selects key, protection and death of whoever matches all details given. */
    static String search(Subject.ByDetails details) {
        var statement = new StringBuilder("""
                select distinct p.id, p.nhsNumber, p.protection, p.deceased, p.version from HeldName n join HeldPerson p on p.id = n.key.person
                where n.familyKey = :familyName and n.bornOn = :birthDate and %s
                  and p.supersededBy is null and not p.invalidated
                """.formatted(FAMILY_NAME_HELD));
        if (details.gender().isPresent()) {
            statement.append(" and p.gender = :gender");
        }
        if (details.givenName().isPresent()) {
            statement
                    .append(" and exists (select 1 from HeldName u where ")
                    .append(USUAL_NAME_TODAY)
                    .append(" and (u.firstGivenKey = :givenName or u.allGivenKey = :givenName))");
        }
        if (details.postcode().isPresent()) {
            // Where protected people live must not change an answer: with a postcode they are no candidates at all.
            statement
                    .append(" and p.protection = 'U' and exists (select 1 from HeldAddress a where ")
                    .append(HOME_TODAY)
                    .append(" and a.postcodeKey = :postcode and not ")
                    .append(PRACTICE_ADDRESS)
                    .append(")");
        }
        return statement.toString();
    }

    /** Selects the key, then the columns behind these fields in their order; what is protected is not joined. */
    static String read(List<Field> fields) {
        var columns = fields.stream().map(field -> ", " + column(field)).collect(joining());
        var joins = fields.stream()
                .flatMap(field -> sources(field).stream())
                .distinct()
                .sorted()
                .map(source -> " left join " + source.joined)
                .collect(joining());
        return "select p.id" + columns + " from HeldPerson p" + joins + " where p.id = :person and " + TRACEABLE;
    }

    /** Where columns come from, in the order they are joined. */
    private enum Source {
        NAME("HeldName u on " + USUAL_NAME_TODAY),
        ADDRESS("HeldAddress a on p.protection = 'U' and " + HOME_TODAY + " and not " + PRACTICE_ADDRESS),
        REGISTRATION("HeldRegistration r on p.protection = 'U' and " + REGISTRATION_TODAY),
        PRACTICE("HeldPractice g on g.odsCode = r.odsCode");

        private final String joined;

        Source(String joined) {
            this.joined = joined;
        }
    }

    private static List<Source> sources(Field field) {
        return switch (field) {
            case NHS_NUMBER, BIRTH_DATE, GENDER, DECEASED -> List.of();
            case NAME_FAMILY, NAME_GIVEN, PREVIOUS_FAMILY_NAMES -> List.of(Source.NAME);
            case ADDRESS_LINES, ADDRESS_POSTCODE, ADDRESS_SINCE -> List.of(Source.ADDRESS);
            case PRACTICE_ODS_CODE, PRACTICE_REGISTERED_ON -> List.of(Source.REGISTRATION);
            case PRACTICE_NAME, PRACTICE_AREA_CODE -> List.of(Source.REGISTRATION, Source.PRACTICE);
        };
    }

    private static String column(Field field) {
        return switch (field) {
            case NHS_NUMBER -> "p.nhsNumber";
            case NAME_FAMILY -> "u.family";
            case NAME_GIVEN -> "u.given";
            case BIRTH_DATE -> "p.birthDate";
            case GENDER -> "p.gender";
            case DECEASED -> "p.deceased";
            case ADDRESS_LINES -> "a.lines";
            case ADDRESS_POSTCODE -> "a.postcode";
            case ADDRESS_SINCE -> "a.since";
            case PRACTICE_ODS_CODE -> "r.odsCode";
            case PRACTICE_NAME -> "g.name";
            case PRACTICE_AREA_CODE -> "g.areaCode";
            case PRACTICE_REGISTERED_ON -> "r.registeredOn";
            case PREVIOUS_FAMILY_NAMES ->
                throw new IllegalArgumentException("previous family names are read by a statement of their own");
        };
    }

    private static String current(String alias) {
        return "(%1$s.startsOn is null or %1$s.startsOn <= :today) and (%1$s.endsOn is null or %1$s.endsOn >= :today)"
                .formatted(alias);
    }
}
