package org.narrowgate.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.PurposeTerms.Deceased.EXCLUDED;
import static org.narrowgate.policy.PurposeTerms.Deceased.INCLUDED;
import static org.narrowgate.policy.SearchArgument.BIRTH_DATE;
import static org.narrowgate.policy.SearchArgument.FAMILY_NAME;
import static org.narrowgate.policy.SearchArgument.NHS_NUMBER;
import static org.narrowgate.policy.SearchArgument.POSTCODE;
import static org.narrowgate.registry.PersonDraft.aPerson;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.Protection;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.SearchResult.NoTrace;
import org.narrowgate.subject.PersonKey;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class JdbcRegistryRevisitTest {
    private static final SearchResult NO_TRACE = new NoTrace();
    private static final String ELEANOR = "9000000009";
    private static final Set<SearchArgument> BY_NUMBER = EnumSet.of(NHS_NUMBER);
    private static final Set<SearchArgument> BY_POSTCODE = EnumSet.of(FAMILY_NAME, BIRTH_DATE, POSTCODE);

    private final Residents residents;
    private PersonKey eleanor = new PersonKey(0);

    @Inject
    JdbcRegistryRevisitTest(DataSource database) {
        residents = new Residents(database);
    }

    @BeforeEach
    void holdEleanor() throws SQLException {
        residents.remove();
        residents.hold(aPerson(ELEANOR).livingAt("2020-01-01", "LS7 4RH", "14 Cavendish Grove"));
        eleanor = residents.keyOf(ELEANOR);
    }

    @Test
    void findsThePersonAgain() {
        // When
        var results = List.of(
                residents.revisit(eleanor, BY_NUMBER, EXCLUDED), residents.revisit(eleanor, BY_POSTCODE, EXCLUDED));
        // Then
        assertThat(results).containsOnly(residents.found(ELEANOR));
    }

    @Test
    void findsTheSuccessorAfterAMerge() {
        // Given
        residents.hold(aPerson("9000000025"), aPerson(ELEANOR).mergedInto("9000000025"));
        // When
        var result = residents.revisit(eleanor, BY_NUMBER, EXCLUDED);
        // Then
        assertThat(result).isEqualTo(residents.found("9000000025", ELEANOR));
    }

    @Test
    void findsNobodyOnceTheRecordIsInvalidated() {
        // Given
        residents.hold(aPerson(ELEANOR).invalidated());
        // When
        var result = residents.revisit(eleanor, BY_NUMBER, EXCLUDED);
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void findsNobodyOnceThePersonIsVeryRestricted() {
        // Given
        residents.hold(aPerson(ELEANOR).protectedAs(Protection.VERY_RESTRICTED));
        // When
        var result = residents.revisit(eleanor, BY_NUMBER, INCLUDED);
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }

    @Test
    void findsARestrictedPersonAgainButNotWhereAPostcodeFoundThem() {
        // Given
        residents.hold(aPerson(ELEANOR).protectedAs(Protection.RESTRICTED));
        // When
        var results = List.of(
                residents.revisit(eleanor, BY_NUMBER, EXCLUDED), residents.revisit(eleanor, BY_POSTCODE, EXCLUDED));
        // Then
        assertThat(results).containsExactly(residents.found(ELEANOR), NO_TRACE);
    }

    @Test
    void findsSomebodyWhoDiedSinceOnlyWhereTheDeceasedAreIncluded() {
        // Given
        residents.hold(aPerson(ELEANOR).died("2026-05-19"));
        // When
        var results = List.of(
                residents.revisit(eleanor, BY_NUMBER, EXCLUDED), residents.revisit(eleanor, BY_NUMBER, INCLUDED));
        // Then
        assertThat(results).containsExactly(NO_TRACE, residents.found(ELEANOR));
    }

    @Test
    void findsNobodyByAPostcodeOnceTheHomeIsAPractices() {
        // Given
        residents.hold(new PracticeRecord(
                "Z00009", Optional.empty(), Optional.empty(), List.of("14 Cavendish Grove"), Optional.of("LS7 4RH")));
        // When
        var results = List.of(
                residents.revisit(eleanor, BY_NUMBER, EXCLUDED), residents.revisit(eleanor, BY_POSTCODE, EXCLUDED));
        // Then
        assertThat(results).containsExactly(residents.found(ELEANOR), NO_TRACE);
    }

    @Test
    void findsNobodyByAKeyThatIsNotHeld() {
        // When
        var result = residents.revisit(new PersonKey(-1), BY_NUMBER, INCLUDED);
        // Then
        assertThat(result).isEqualTo(NO_TRACE);
    }
}
