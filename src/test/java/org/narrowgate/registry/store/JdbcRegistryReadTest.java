package org.narrowgate.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.registry.PersonDraft.aPerson;
import static org.narrowgate.subject.Gender.FEMALE;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class JdbcRegistryReadTest {
    private static final String ELEANOR = "9000000009";
    private static final HeldDetails NOTHING =
            new HeldDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Every column that holds a value of a field: keys, periods, protection and matching keys are not among them. */
    private static final Map<Field, String> COLUMNS = columns();

    private final Residents residents;

    @Inject
    JdbcRegistryReadTest(DataSource database) {
        residents = new Residents(database);
    }

    @BeforeEach
    void holdNobody() throws SQLException {
        residents.remove();
        residents.hold(new PracticeRecord(
                "Z00009",
                Optional.of("Weir House Medical Centre"),
                Optional.of("E54000942"),
                List.of("Weir House", "3 Weir Lane", "Croydon"),
                Optional.of("CR2 9ZP")));
    }

    @Test
    void readsEverythingHeldOfAPersonAsItIsToday() {
        // Given
        residents.hold(eleanor());
        // When
        var held = residents.readAll(ELEANOR);
        // Then
        assertThat(held)
                .isEqualTo(new HeldDetails(
                        ELEANOR,
                        "Hartfield",
                        List.of("Eleanor", "Ruth"),
                        List.of("Quillfeather", "Ashdown"),
                        "1984-03-07",
                        FEMALE,
                        false,
                        List.of("14 Cavendish Grove", "Leeds"),
                        "LS7 4RH",
                        LocalDate.of(2015, 2, 28),
                        "Z00009",
                        "Weir House Medical Centre",
                        "E54000942",
                        LocalDate.of(2015, 3, 16)));
    }

    @Test
    void readsNothingButTheNumberOfAMinimalRecord() {
        // Given
        residents.hold(aPerson(ELEANOR));
        // When
        var held = residents.readAll(ELEANOR);
        // Then
        assertThat(held)
                .isEqualTo(new HeldDetails(
                        ELEANOR, null, null, List.of(), null, null, false, null, null, null, null, null, null, null));
    }

    @Test
    void readsNeitherAddressNorPracticeOfARestrictedPerson() {
        // Given
        residents.hold(eleanor().protectedAs(Protection.RESTRICTED));
        // When
        var held = residents.readAll(ELEANOR);
        // Then
        assertThat(held)
                .isEqualTo(new HeldDetails(
                        ELEANOR,
                        "Hartfield",
                        List.of("Eleanor", "Ruth"),
                        List.of("Quillfeather", "Ashdown"),
                        "1984-03-07",
                        FEMALE,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void readsNothingOfAPersonWhoBecameVeryRestricted() {
        // Given
        residents.hold(eleanor());
        residents.hold(eleanor().protectedAs(Protection.VERY_RESTRICTED));
        // When
        var held = residents.readAll(ELEANOR);
        // Then
        assertThat(held).isEqualTo(NOTHING);
    }

    @Test
    void readsNothingOfARecordThatWasMergedOrInvalidatedSince() {
        // Given
        residents.hold(eleanor().mergedInto("9000000025"), aPerson("9000000033").invalidated());
        // When
        var held = List.of(residents.readAll(ELEANOR), residents.readAll("9000000033"));
        // Then
        assertThat(held).containsOnly(NOTHING);
    }

    @Test
    void readsNobodyWhoCanNoLongerBeTraced() {
        // Given
        residents.hold(
                eleanor(),
                aPerson("9000000025").protectedAs(Protection.VERY_RESTRICTED),
                aPerson("9000000033").invalidated());
        // When, then
        assertThat(residents.canBeRead(ELEANOR)).isTrue();
        assertThat(residents.canBeRead("9000000025")).isFalse();
        assertThat(residents.canBeRead("9000000033")).isFalse();
    }

    @Test
    void readsAnAddressThatIsAPracticesAsNotHeld() {
        // Given
        residents.hold(aPerson(ELEANOR)
                .livingAt("2020-01-01", "CR2 9ZP", "c/o Weir House Medical Centre", "3 Weir Lane")
                .registered("Z00009", "2020-01-01"));
        // When
        var held = residents.read(
                residents.keyOf(ELEANOR),
                EnumSet.of(Field.ADDRESS_LINES, Field.ADDRESS_POSTCODE, Field.ADDRESS_SINCE, Field.PRACTICE_ODS_CODE));
        // Then
        assertThat(held)
                .isEqualTo(new HeldDetails(
                        null, null, null, null, null, null, null, null, null, null, "Z00009", null, null, null));
    }

    @Test
    void doesNotMakeUpTheDayWhereOnlyMonthOrYearOfAStartAreKnown() {
        // Given
        residents.hold(aPerson(ELEANOR)
                .withHome(since("2019-05"), "LS7 4RH", "14 Cavendish Grove")
                .withRegistration("Z00009", since("2019")));
        // When
        var held = residents.read(
                residents.keyOf(ELEANOR),
                EnumSet.of(Field.ADDRESS_POSTCODE, Field.ADDRESS_SINCE, Field.PRACTICE_REGISTERED_ON));
        // Then
        assertThat(held)
                .isEqualTo(new HeldDetails(
                        null, null, null, null, null, null, null, null, "LS7 4RH", null, null, null, null, null));
    }

    @Test
    void doesNotTellTheCurrentFamilyNameAsAPreviousOne() {
        // Given
        residents.hold(aPerson(ELEANOR)
                .formerly(NameUse.USUAL, "Hartfield", "1984-03-07", "2000-01-01", "Ellen")
                .formerly(NameUse.OLD, "Ashdown", "2000-01-02", "2005-01-01", "Ellen")
                .formerly(NameUse.OLD, "Ashdown", "2005-01-02", "2007-01-01", "Nell")
                .named("Hartfield", "2007-01-02", "Eleanor"));
        // When
        var held = residents.read(residents.keyOf(ELEANOR), EnumSet.of(Field.PREVIOUS_FAMILY_NAMES));
        // Then
        assertThat(held.previousFamilyNames()).containsExactly("Ashdown");
    }

    @Test
    void changesTheDayAtMidnightInLondon() {
        // Given
        residents.hold(aPerson(ELEANOR)
                .formerly(NameUse.USUAL, "Ashdown", "2000-01-01", "2026-05-20", "Eleanor")
                .named("Hartfield", "2026-05-21", "Eleanor"));
        var key = residents.keyOf(ELEANOR);
        var family = EnumSet.of(Field.NAME_FAMILY);
        // When
        var before = residents.readAt(Instant.parse("2026-05-20T22:59:59Z"), key, family);
        var after = residents.readAt(Instant.parse("2026-05-20T23:00:00Z"), key, family);
        // Then
        assertThat(List.of(before.familyName() + "", after.familyName() + "")).containsExactly("Ashdown", "Hartfield");
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void selectsNoColumnButThatOfTheFieldNamed(Field field) {
        // Given
        residents.hold(eleanor());
        var key = residents.keyOf(ELEANOR);
        SentStatements.forget();
        // When
        residents.read(key, Set.of(field));
        // Then
        assertThat(selectedColumns(SentStatements.all())).containsExactly(COLUMNS.get(field));
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void touchesNoTableThatTheFieldNamedDoesNotNeed(Field field) {
        // Given
        residents.hold(eleanor());
        var key = residents.keyOf(ELEANOR);
        SentStatements.forget();
        // When
        residents.read(key, Set.of(field));
        // Then
        assertThat(tables(SentStatements.all())).isEqualTo(tablesNeededFor(field));
    }

    @Test
    void readsAllFieldsWithTwoStatements() {
        // Given
        residents.hold(eleanor());
        var key = residents.keyOf(ELEANOR);
        SentStatements.forget();
        // When
        residents.read(key, EnumSet.allOf(Field.class));
        // Then
        assertThat(SentStatements.all()).hasSize(2);
    }

    private static Set<String> selectedColumns(List<String> statements) {
        var names = new TreeSet<String>();
        for (var statement : statements) {
            var list = statement.substring("select ".length(), statement.indexOf(" from "));
            for (var column : list.split(",")) {
                names.add(tableOf(statement, column.strip()));
            }
        }
        names.remove("person.id");
        return names;
    }

    /** {@code hn1_0.family} in a statement that says {@code person_name hn1_0} is {@code person_name.family}. */
    private static String tableOf(String statement, String column) {
        var parts = column.split("\\.");
        var matcher = Pattern.compile("(?:from|join) (\\w+) " + Pattern.quote(parts[0]) + "\\b")
                .matcher(statement);
        assertThat(matcher.find()).as(column).isTrue();
        return matcher.group(1) + "." + parts[1];
    }

    private static Set<String> tables(List<String> statements) {
        var tables = new TreeSet<String>();
        for (var statement : statements) {
            var matcher = Pattern.compile("(?:from|join) (\\w+)").matcher(statement);
            while (matcher.find()) {
                tables.add(matcher.group(1));
            }
        }
        return tables;
    }

    private static Set<String> tablesNeededFor(Field field) {
        return switch (field) {
            case NHS_NUMBER, BIRTH_DATE, GENDER, DECEASED -> Set.of("person");
            case NAME_FAMILY, NAME_GIVEN, PREVIOUS_FAMILY_NAMES -> Set.of("person", "person_name");
            // The practices are there for the comparison with their own addresses only.
            case ADDRESS_LINES, ADDRESS_POSTCODE, ADDRESS_SINCE ->
                Set.of("person", "person_address", "general_practice");
            case PRACTICE_ODS_CODE, PRACTICE_REGISTERED_ON -> Set.of("person", "registration");
            case PRACTICE_NAME, PRACTICE_AREA_CODE -> Set.of("person", "registration", "general_practice");
        };
    }

    private static Map<Field, String> columns() {
        var columns = new EnumMap<Field, String>(Field.class);
        columns.put(Field.NHS_NUMBER, "person.nhs_number");
        columns.put(Field.NAME_FAMILY, "person_name.family");
        columns.put(Field.NAME_GIVEN, "person_name.given");
        columns.put(Field.PREVIOUS_FAMILY_NAMES, "person_name.family");
        columns.put(Field.BIRTH_DATE, "person.birth_date");
        columns.put(Field.GENDER, "person.gender");
        columns.put(Field.DECEASED, "person.deceased");
        columns.put(Field.ADDRESS_LINES, "person_address.lines");
        columns.put(Field.ADDRESS_POSTCODE, "person_address.postcode");
        columns.put(Field.ADDRESS_SINCE, "person_address.since");
        columns.put(Field.PRACTICE_ODS_CODE, "registration.ods_code");
        columns.put(Field.PRACTICE_NAME, "general_practice.name");
        columns.put(Field.PRACTICE_AREA_CODE, "general_practice.area_code");
        columns.put(Field.PRACTICE_REGISTERED_ON, "registration.registered_on");
        return columns;
    }

    private static Period since(String date) {
        return new Period(PartialDate.parse(date), Optional.empty());
    }

    private static PersonDraft eleanor() {
        return aPerson(ELEANOR)
                .born("1984-03-07", FEMALE)
                .withName(NameUse.MAIDEN, "Quillfeather", Period.ALWAYS, "Eleanor")
                .formerly(NameUse.USUAL, "Ashdown", "2005-01-01", "2011-06-17", "Eleanor")
                .named("Hartfield", "2011-06-18", "Eleanor", "Ruth")
                .livedAt("2006-09-01", "2015-02-27", "YO10 4DX", "91 Foundry Lane", "York")
                .livingAt("2015-02-28", "LS7 4RH", "14 Cavendish Grove", "Leeds")
                .withRegistration("Z00077", Period.between(LocalDate.of(2006, 9, 1), LocalDate.of(2015, 3, 15)))
                .registered("Z00009", "2015-03-16");
    }
}
