package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/** The document that shipped in format 1, and what is read of it since there is format 2. */
class PolicyFormatTest {
    private static final String HASH = "00b8cc2f46d9582229e45961d0fc44820c5a709af09dffcfed22f8301fc1b86b";

    /** Of the same document before there were terms of review. */
    private static final String HASH_WITHOUT_REVIEW =
            "2551716478afab0cc130f07ffa0e29e9def05faf242b5a80bd560628a4aab218";

    private final String format1 = Policy.resource("/policy/format-1.json");

    @Test
    void keepsTheTextAndTheHashOfWhatWasPublishedInAnOlderFormat() {
        // When
        var kept = PolicyVersion.kept(1, format1, HASH, Instant.EPOCH);
        // Then
        assertThat(kept.policy().canonicalJson()).isEqualTo(format1);
        assertThat(kept.policy().hash()).isEqualTo(HASH);
    }

    @Test
    void keepsThemOfWhatWasPublishedBeforeThereWereTermsOfReview() {
        // Given
        var without = ShippedDocument.of(format1);
        for (int purpose = 0; purpose < 8; purpose++) {
            without.drop("/purposes/" + purpose + "/review");
        }
        // When
        var kept =
                PolicyVersion.kept(1, Policy.read(without.json()).canonicalJson(), HASH_WITHOUT_REVIEW, Instant.EPOCH);
        // Then
        assertThat(kept.policy().reviewTerms(new PurposeId("immigration-tracing")))
                .isEqualTo(ReviewTerms.DEFAULT);
        assertThat(kept.policy().reviewTerms(new PurposeId("missing-vulnerable-person")))
                .isEqualTo(
                        new ReviewTerms(SecondCaseworker.NOT_REQUIRED, AwaitedInformation.CLOCK_STOPS, List.of(), 365));
        assertThat(kept.policy().consultation(new PurposeId("immigration-tracing")))
                .isEqualTo(Consultation.NOT_REQUIRED);
    }

    @Test
    void readsAsTheShippedDocumentOfTodayButForItsConsultation() {
        assertThat(Difference.between(
                                Policy.read(format1).document(),
                                Policy.shipped().document())
                        .changes())
                .containsExactly(new Change(
                        Direction.NARROWS,
                        Optional.empty(),
                        Optional.of(new PurposeId("immigration-tracing")),
                        "immigration-tracing may now be widened only after an open consultation"));
    }

    @Test
    void keepsTheTextAndTheHashOfTheSecondFormatAndReadsItAsTheShippedDocumentOfToday() {
        // Given
        var format2 = Policy.resource("/policy/format-2.json");
        // When
        var kept = PolicyVersion.kept(
                1, format2, "cd539eb78370d897faeccd8f32ff57f8ac5c352cc3475b21917104de63698551", Instant.EPOCH);
        // Then
        assertThat(kept.policy().canonicalJson()).isEqualTo(format2);
        assertThat(kept.policy().document()).isEqualTo(Policy.shipped().document());
    }

    @Test
    void readsThatAPurposeOfAnOlderFormatYieldsUnlessTheLawOrALifeDemandsIt() {
        for (var format : List.of("/policy/format-1.json", "/policy/format-2.json")) {
            for (var basis : List.of(
                    LawfulBasis.CONSENT,
                    LawfulBasis.CONTRACT,
                    LawfulBasis.LEGAL_OBLIGATION,
                    LawfulBasis.VITAL_INTERESTS,
                    LawfulBasis.PUBLIC_TASK)) {
                // Given
                var older = ShippedDocument.of(Policy.resource(format))
                        .with("/purposes/6/lawfulBasis", "\"" + basis + "\"")
                        .policy();
                // Then
                assertThat(older.restriction(new PurposeId("case-review")))
                        .as("%s, %s", format, basis)
                        .isEqualTo(
                                switch (basis) {
                                    case LEGAL_OBLIGATION, VITAL_INTERESTS -> Restriction.STANDS;
                                    case CONSENT, CONTRACT, PUBLIC_TASK, LEGITIMATE_INTERESTS -> Restriction.YIELDS;
                                });
                assertThat(older.embargo(new PurposeId("case-review"))).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatAnOlderFormatHasNoPlaceFor() {
        // Given
        var first = ShippedDocument.of(format1)
                .with("/purposes/0/restriction", "\"STANDS\"")
                .with("/purposes/0/embargo", ShippedDocument.EMBARGO)
                .json();
        var second = ShippedDocument.of(Policy.resource("/policy/format-2.json"))
                .with("/purposes/0/restriction", "\"STANDS\"")
                .with("/purposes/0/embargo", ShippedDocument.EMBARGO)
                .json();
        // When
        var inFirst = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(first));
        var inSecond = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(second));
        // Then
        assertThat(inFirst.faults())
                .containsExactly(
                        new PolicyFault("/purposes/0/restriction", "unknown property of format 1"),
                        new PolicyFault("/purposes/0/embargo", "unknown property of format 1"));
        assertThat(inSecond.faults())
                .containsExactly(
                        new PolicyFault("/purposes/0/restriction", "unknown property of format 2"),
                        new PolicyFault("/purposes/0/embargo", "unknown property of format 2"));
    }

    @Test
    void isWrittenInTheNewestFormatWhereItIsMadeOfItsRecords() {
        // Given
        var read = Policy.read(format1);
        // When
        var made = Policy.of(read.document());
        // Then
        assertThat(made.canonicalJson()).contains("\"format\":3");
        assertThat(made.document()).isEqualTo(read.document());
    }

    @Test
    void tellsFaultsWhereTheyStandInTheDocumentAsGiven() {
        // Given
        var broken = ShippedDocument.of(format1)
                .drop("/purposes/0/review")
                .with("/purposes/0/terms/responseWorkingDays", "61")
                .with("/purposes/0/treatments/gender", "\"shown\"")
                .with("/purposes/1/consultation", "\"REQUIRED\"")
                .drop("/purposes/2/review")
                .drop("/purposes/2/terms")
                .with("/purposes/3", "7")
                .with("/purposes/4/terms", "[]")
                .json();
        // When
        var refused = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(broken));
        // Then
        assertThat(refused.faults())
                .contains(
                        new PolicyFault("/purposes/1/consultation", "unknown property of format 1"),
                        new PolicyFault(
                                "/purposes/0/treatments/gender",
                                "`shown` is not one of the treatments of gender: released, withheld"),
                        new PolicyFault("/purposes/0/terms/responseWorkingDays", "not a whole number from 1 to 60"),
                        new PolicyFault("/purposes/2/terms", "missing"),
                        new PolicyFault("/purposes/3", "not an object"),
                        new PolicyFault("/purposes/4/terms", "not an object"))
                .noneMatch(fault -> fault.pointer().contains("/review"));
    }

    @Test
    void isRefusedWhereNothingHereReadsIt() {
        // Given
        var newer = new ShippedDocument().with("/format", "4").json();
        // When
        var refused = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(newer));
        // Then
        assertThat(refused.faults())
                .containsExactly(new PolicyFault(
                        "/format", "`4` is not a format that this software reads, which are 1, 2 and 3"));
    }
}
