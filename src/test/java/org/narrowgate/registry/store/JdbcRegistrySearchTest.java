package org.narrowgate.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.registry.PersonDraft.aPerson;
import static org.narrowgate.registry.store.Residents.byDetails;
import static org.narrowgate.registry.store.Residents.byNumber;
import static org.narrowgate.subject.Gender.FEMALE;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.PersonRecord.NameUse;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.SearchResult.NoTrace;
import org.narrowgate.subject.Gender;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class JdbcRegistrySearchTest {
    private static final SearchResult NO_TRACE = new NoTrace();
    private static final String ELEANOR = "9000000009";
    private static final String OTHER = "9000000025";
    private static final String THIRD = "9000000033";

    private final Residents residents;

    @Inject
    JdbcRegistrySearchTest(DataSource database) {
        residents = new Residents(database);
    }

    @BeforeEach
    void holdNobody() throws SQLException {
        residents.remove();
    }

    @Test
    void findsByNhsNumber() {
        // Given
        residents.hold(eleanor(), aPerson(OTHER));
        // When
        var result = residents.search(byNumber(ELEANOR));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void findsByNhsNumberWhereTheBirthDateAgrees() {
        // Given
        residents.hold(eleanor());
        // When
        var result = residents.search(byNumber(ELEANOR, "1984-03-07"));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void doesNotFindByNhsNumberWhereTheBirthDateDiffers() {
        // Given
        residents.hold(eleanor());
        // When
        var result = residents.search(byNumber(ELEANOR, "1984-03-08"));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @ParameterizedTest
    @CsvSource({"1984", "1984-03"})
    void doesNotLetAPartialBirthDateAgree(String known) {
        // Given
        residents.hold(aPerson(ELEANOR).born(known, FEMALE).named("Hartfield", "1984-03-07", "Eleanor"));
        // When
        var results = List.of(
                residents.search(byNumber(ELEANOR, "1984-01-01")),
                residents.search(byNumber(ELEANOR, "1984-03-01")),
                residents.search(byDetails("Hartfield", "1984-01-01", "Eleanor", null, null)),
                residents.search(byDetails("Hartfield", "1984-03-01", "Eleanor", null, null)));
        // Then
        assertThat(results).containsOnly(NO_TRACE);
    }

    @Test
    void findsNobodyByANumberThatIsNotHeld() {
        // Given
        residents.hold(eleanor());
        // When
        var result = residents.search(byNumber("9111231130"));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void followsSupersededNumbersToTheLastSuccessor() {
        // Given
        residents.hold(aPerson(THIRD).mergedInto(OTHER), aPerson(OTHER).mergedInto(ELEANOR), eleanor());
        // When
        var result = residents.search(byNumber(THIRD, "1984-03-07"));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR, OTHER, THIRD));
    }

    @Test
    void findsNobodyWhereSupersededNumbersLeadInACircle() {
        // Given
        residents.hold(
                aPerson(THIRD).mergedInto(OTHER),
                aPerson(OTHER).mergedInto(ELEANOR),
                eleanor().mergedInto(OTHER));
        // When
        var result = residents.search(byNumber(THIRD));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void findsNobodyWhereTheSuccessorIsNotHeld() {
        // Given
        residents.hold(aPerson(OTHER).mergedInto(ELEANOR));
        // When
        var result = residents.search(byNumber(OTHER));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void findsNobodyByAnInvalidatedNumber() {
        // Given
        residents.hold(eleanor().invalidated());
        // When
        var result = residents.search(byNumber(ELEANOR));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @ParameterizedTest
    @CsvSource({
        "Eleanor, , ",
        "Eleanor Ruth, , ",
        ", FEMALE, ",
        ", , LS7 4RH",
        "Eleanor, FEMALE, ",
        "Eleanor, , LS7 4RH",
        ", FEMALE, LS7 4RH",
        "Eleanor, FEMALE, LS7 4RH",
        "ELEANOR  ruth, , ls74rh"
    })
    void findsByFamilyNameBirthDateAndAllElseThatIsGiven(String given, Gender gender, String postcode) {
        // Given
        residents.hold(eleanor());
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", given, gender, postcode));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @ParameterizedTest
    @CsvSource({
        "Hartfields, 1984-03-07, Eleanor, , ",
        "Hart field, 1984-03-07, Eleanor, , ",
        "Hartfield, 1984-03-08, Eleanor, , ",
        "Hartfield, 1984-03-07, Ruth, , ",
        "Hartfield, 1984-03-07, Elean, , ",
        "Hartfield, 1984-03-07, Eleanor, MALE, ",
        "Hartfield, 1984-03-07, Eleanor, FEMALE, LS7 4RJ",
        "Hartfield, 1984-03-07, Eleanor, FEMALE, LS7",
        "Hartfield, 1984-03-07, Eleanor, FEMALE, YO10 4DX",
        "Hartfield, 1984-03-07, '''', , ",
        "'''', 1984-03-07, Eleanor, , "
    })
    void findsNobodyWhereAnyDetailGivenDiffers(
            String family, String born, String given, Gender gender, String postcode) {
        // Given
        residents.hold(eleanor());
        // When
        var result = residents.search(byDetails(family, born, given, gender, postcode));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @ParameterizedTest
    @CsvSource({
        "O'Connor, Oconnor",
        "O’Connor, O'CONNOR",
        "Zoë-Łucja  Strøm, zoe lucja strom",
        "WEISS, Weiß",
        "Đorđević, dordevic"
    })
    void findsWhateverTheSpelling(String held, String asked) {
        // Given
        residents.hold(aPerson(ELEANOR).born("1984-03-07", FEMALE).named(held, "1984-03-07", "Zoë"));
        // When
        var result = residents.search(byDetails(asked, "1984-03-07", "ZOE", null, null));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @ParameterizedTest
    @CsvSource({"Quillfeather", "Ashdown", "Penrose"})
    void findsByPreviousFamilyNames(String previous) {
        // Given
        residents.hold(eleanor()
                .withName(NameUse.MAIDEN, "Quillfeather", Period.ALWAYS, "Nora")
                .formerly(NameUse.OLD, "Ashdown", "2000-01-01", "2005-01-01", "Nora")
                .formerly(NameUse.USUAL, "Penrose", "2005-01-02", "2010-01-01", "Nora"));
        // When
        var result = residents.search(byDetails(previous, "1984-03-07", "Eleanor", null, null));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void doesNotMatchTheGivenNameOfAFormerName() {
        // Given
        residents.hold(eleanor().withName(NameUse.MAIDEN, "Quillfeather", Period.ALWAYS, "Nora"));
        // When
        var result = residents.search(byDetails("Quillfeather", "1984-03-07", "Nora", null, null));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void doesNotMatchAFamilyNameOrAHomeThatIsYetToCome() {
        // Given
        residents.hold(eleanor()
                .named("Futura", "2026-05-21", "Eleanor")
                .livingAt("2026-05-21", "YO1 9ZZ", "9 Elm Road", "York"));
        // When
        var results = List.of(
                residents.search(byDetails("Futura", "1984-03-07", "Eleanor", null, null)),
                residents.search(byDetails("Hartfield", "1984-03-07", null, null, "YO1 9ZZ")));
        // Then
        assertThat(results).containsOnly(NO_TRACE);
    }

    @Test
    void findsNobodyWhereTwoMatch() {
        // Given
        residents.hold(eleanor(), aPerson(OTHER).born("1984-03-07", FEMALE).named("Hartfield", "1984-03-07", "Ellen"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", null, FEMALE, null));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void countsAPersonOnceWhoseFormerNameIsTheSame() {
        // Given
        residents.hold(eleanor().formerly(NameUse.OLD, "HARTFIELD", "1984-03-07", "2000-01-01", "Eleanor"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", null, FEMALE, null));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void leavesSupersededAndInvalidatedRecordsOutOfTheCount() {
        // Given
        residents.hold(
                eleanor(),
                hartfield(OTHER).mergedInto(ELEANOR),
                hartfield(THIRD).invalidated());
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", null, null));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR, OTHER));
    }

    @Test
    void neverFindsAVeryRestrictedPerson() {
        // Given
        residents.hold(eleanor().protectedAs(Protection.VERY_RESTRICTED));
        // When
        var results = List.of(
                residents.search(byNumber(ELEANOR)),
                residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", FEMALE, null)),
                residents.search(byDetails("Hartfield", "1984-03-07", null, null, "LS7 4RH")));
        // Then
        assertThat(results).containsOnly(NO_TRACE);
    }

    @Test
    void countsAVeryRestrictedPersonAmongThoseWhoMatchWithoutAPostcode() {
        // Given
        residents.hold(eleanor(), hartfield(OTHER).protectedAs(Protection.VERY_RESTRICTED));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", null, null));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @ParameterizedTest
    @CsvSource({"RESTRICTED", "VERY_RESTRICTED"})
    void leavesProtectedPeopleOutOfTheCountWithAPostcode(Protection protection) {
        // Given
        residents.hold(
                eleanor(),
                hartfield(OTHER)
                        .livingAt("2015-02-28", "LS7 4RH", "14 Cavendish Grove", "Leeds")
                        .protectedAs(protection));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", null, null, "LS7 4RH"));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void findsARestrictedPersonButNeverByAPostcode() {
        // Given
        residents.hold(eleanor().protectedAs(Protection.RESTRICTED));
        // When
        var results = List.of(
                residents.search(byNumber(ELEANOR)),
                residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", null, null)),
                residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", FEMALE, "LS7 4RH")));
        // Then
        assertThat(results).containsExactly(residents.found(ELEANOR), residents.found(ELEANOR), NO_TRACE);
    }

    @Test
    void findsTheDeceasedOnlyWhereTheyAreIncluded() {
        // Given
        residents.hold(eleanor().died("2024"));
        var byDetails = byDetails("Hartfield", "1984-03-07", "Eleanor", null, "LS7 4RH");
        // When
        var results = List.of(
                residents.search(byNumber(ELEANOR), Deceased.EXCLUDED),
                residents.search(byDetails, Deceased.EXCLUDED),
                residents.search(byNumber(ELEANOR), Deceased.INCLUDED),
                residents.search(byDetails, Deceased.INCLUDED));
        // Then
        assertThat(results).containsExactly(NO_TRACE, NO_TRACE, residents.found(ELEANOR), residents.found(ELEANOR));
    }

    @Test
    void countsTheDeceasedAmongThoseWhoMatch() {
        // Given
        residents.hold(eleanor(), hartfield(OTHER).died("2024-02-01"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", null, null));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void doesNotMatchThePostcodeOfAPracticeGivenAsAHome() {
        // Given
        residents.hold(new PracticeRecord(
                "Z00009",
                Optional.of("Weir House Medical Centre"),
                Optional.empty(),
                List.of("Weir House", "3 Weir Lane", "Croydon"),
                Optional.of("CR2 9ZP")));
        residents.hold(hartfield(ELEANOR).livingAt("2020-01-01", "cr29zp", "c/o the surgery", "3 Weir Ln"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", "Eleanor", FEMALE, "CR2 9ZP"));
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void matchesThePostcodeOfAHomeBesideAPractice() {
        // Given
        residents.hold(new PracticeRecord(
                "Z00009",
                Optional.of("Weir House Medical Centre"),
                Optional.empty(),
                List.of("3 Weir Lane"),
                Optional.of("CR2 9ZP")));
        residents.hold(hartfield(ELEANOR).livingAt("2020-01-01", "CR2 9ZP", "Flat 1", "3 Weir Lane"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", null, null, "CR2 9ZP"));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    @Test
    void knowsTheHomeOfTodayByAPeriodThatIsKnownToTheMonth() {
        // Given
        residents.hold(hartfield(ELEANOR)
                .withHome(
                        new Period(PartialDate.parse("2025-02"), PartialDate.parse("2026-05")),
                        "LS7 4RH",
                        "14 Cavendish Grove"));
        // When
        var result = residents.search(byDetails("Hartfield", "1984-03-07", null, null, "LS7 4RH"));
        // Then
        assertThat(result).isEqualTo(residents.found(ELEANOR));
    }

    private static PersonDraft eleanor() {
        return aPerson(ELEANOR)
                .born("1984-03-07", FEMALE)
                .named("Hartfield", "2011-06-18", "Eleanor", "Ruth")
                .livedAt("2006-09-01", "2015-02-27", "YO10 4DX", "91 Foundry Lane", "York")
                .livingAt("2015-02-28", "LS7 4RH", "14 Cavendish Grove", "Leeds");
    }

    private static PersonDraft hartfield(String nhsNumber) {
        return aPerson(nhsNumber).born("1984-03-07", FEMALE).named("Hartfield", "1984-03-07", "Eleanor");
    }
}
