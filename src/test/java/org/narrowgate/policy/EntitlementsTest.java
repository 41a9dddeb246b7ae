package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.ReviewTerms.AwaitedInformation.CLOCK_STOPS;
import static org.narrowgate.policy.ReviewTerms.SecondCaseworker.NOT_REQUIRED;
import static org.narrowgate.policy.SearchArgument.BIRTH_DATE;
import static org.narrowgate.policy.SearchArgument.NHS_NUMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Entitlement.AgreementSummary;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.FieldTreatment.Generalise;
import org.narrowgate.policy.FieldTreatment.Release;
import org.narrowgate.policy.FieldTreatment.Withhold;
import org.narrowgate.policy.PurposeTerms.Deceased;

class EntitlementsTest {
    private static final AgencyId HOME_OFFICE = new AgencyId("home-office");
    private static final PurposeId IMMIGRATION = new PurposeId("immigration-tracing");
    private static final PurposeId MISSING = new PurposeId("missing-vulnerable-person");
    private static final PurposeId COUNTER_FRAUD = new PurposeId("counter-fraud");

    private final Policy policy = Policy.shipped();

    @Test
    void tellAllThatAnAnswerCanHold() {
        // Given
        var asker = new Asker(new AgencyId("counter-fraud"), Set.of(COUNTER_FRAUD));
        // When
        var entitlements = policy.entitlements(asker, purpose -> Standing.CLEAR);
        // Then
        assertThat(entitlements)
                .containsExactly(new Entitlement(
                        COUNTER_FRAUD,
                        "Checking registrations for fraud against the health service",
                        new AgreementSummary(
                                new AgreementId("counter-fraud-agreement"),
                                "Agreement with the NHS Counter Fraud Authority on registrations",
                                AgreementState.ACTIVE,
                                LocalDate.of(2018, 5, 9),
                                Optional.empty()),
                        LawfulBasis.PUBLIC_TASK,
                        DecisionMode.AUTOMATIC,
                        List.of(),
                        Set.of(NHS_NUMBER, BIRTH_DATE),
                        withheldBut(Map.of(
                                Field.PRACTICE_REGISTERED_ON, new Release(),
                                Field.DECEASED, new Release(),
                                Field.NAME_FAMILY, new Generalise(Precision.INITIALS),
                                Field.NAME_GIVEN, new Generalise(Precision.INITIALS),
                                Field.BIRTH_DATE, new Generalise(Precision.YEAR),
                                Field.ADDRESS_POSTCODE, new Generalise(Precision.DISTRICT))),
                        Countersigning.NOT_REQUIRED,
                        new PurposeTerms(
                                Deceased.INCLUDED,
                                1,
                                1,
                                90,
                                14,
                                3,
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                new ReviewTerms(NOT_REQUIRED, CLOCK_STOPS, List.of(), 365)),
                        OptionalInt.empty()));
    }

    @Test
    void areThePurposesThatTokenAndAgreementBothNameInOrder() {
        // Given
        var asker =
                new Asker(HOME_OFFICE, Set.of(MISSING, IMMIGRATION, COUNTER_FRAUD, new PurposeId("no-such-purpose")));
        // When, Then
        assertThat(purposes(asker)).containsExactly(IMMIGRATION, MISSING);
        assertThat(purposes(new Asker(HOME_OFFICE, Set.of(MISSING)))).containsExactly(MISSING);
        assertThat(purposes(new Asker(HOME_OFFICE, Set.of()))).isEmpty();
        assertThat(purposes(new Asker(new AgencyId("no-such-agency"), Set.of(MISSING))))
                .isEmpty();
    }

    @Test
    void areListedWithTheStateOfAnAgreementThatIsNotInForce() {
        // Given
        var suspended = new ShippedDocument()
                .with("/agreements/0/state", "\"SUSPENDED\"")
                .policy();
        // When
        var entitlements =
                suspended.entitlements(new Asker(HOME_OFFICE, Set.of(IMMIGRATION)), purpose -> Standing.CLEAR);
        // Then
        assertThat(entitlements)
                .extracting(entitlement -> entitlement.agreement().state())
                .containsExactly(AgreementState.SUSPENDED);
    }

    @Test
    void tellWhatIsLeftTodayOfTheDaysAndTheMonthsLimit() {
        assertThat(remaining(new Standing(5, 5, 0))).hasValue(15);
        assertThat(remaining(new Standing(5, 198, 0))).hasValue(2);
        assertThat(remaining(new Standing(25, 25, 0))).hasValue(0);
    }

    @Test
    void nameAnAgencyByItsClientOnly() {
        assertThat(policy.agencyOfClient("home-office")).contains(HOME_OFFICE);
        assertThat(policy.agencyOfClient("Home-Office")).isEmpty();
        assertThat(policy.agencyOfClient("")).isEmpty();
    }

    private List<PurposeId> purposes(Asker asker) {
        return policy.entitlements(asker, purpose -> Standing.CLEAR).stream()
                .map(Entitlement::purpose)
                .toList();
    }

    private OptionalInt remaining(Standing standing) {
        return policy.entitlements(new Asker(HOME_OFFICE, Set.of(IMMIGRATION)), purpose -> standing)
                .getFirst()
                .remainingToday();
    }

    private static Map<Field, FieldTreatment> withheldBut(Map<Field, FieldTreatment> others) {
        return Stream.of(Field.values())
                .collect(Collectors.toMap(field -> field, field -> others.getOrDefault(field, new Withhold())));
    }
}
