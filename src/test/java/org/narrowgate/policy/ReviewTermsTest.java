package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.ReviewTerms.AwaitedInformation.CLOCK_STOPS;
import static org.narrowgate.policy.ReviewTerms.SecondCaseworker.NOT_REQUIRED;
import static org.narrowgate.policy.ReviewTerms.SecondCaseworker.REQUIRED;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Refer;

class ReviewTermsTest {
    /** Of the shipped document as it was before there were terms of review. */
    private static final String HASH_WITHOUT = "2551716478afab0cc130f07ffa0e29e9def05faf242b5a80bd560628a4aab218";

    private static final PurposeId IMMIGRATION = new PurposeId("immigration-tracing");

    @Test
    void areWhatThePurposeSays() {
        // Given
        var policy = new ShippedDocument()
                .with("/purposes/0/review/secondCaseworker", "\"REQUIRED\"")
                .with("/purposes/0/review/reminderWorkingDays", "[7]")
                .with("/purposes/0/review/erasureDays", "90")
                .policy();
        var expected = new ReviewTerms(REQUIRED, CLOCK_STOPS, List.of(7), 90);
        // When
        var referred = (Refer) Asked.immigrationTracing().decidedBy(policy);
        // Then
        assertThat(referred.release().terms().review()).isEqualTo(expected);
        assertThat(policy.reviewTerms(IMMIGRATION)).isEqualTo(expected);
    }

    @Test
    void standInTheShippedDocumentForEveryPurposeThatACaseworkerDecides() {
        for (var purpose : Policy.shipped().document().purposes()) {
            assertThat(purpose.review().isPresent())
                    .as(purpose.id().value())
                    .isEqualTo(purpose.decision() == DecisionMode.CASE_BY_CASE);
        }
    }

    @Test
    void areTheDefaultOnesForADocumentPublishedBeforeThem() {
        // Given
        var before = withoutReview();
        // When, Then
        assertThat(before.policy().reviewTerms(IMMIGRATION)).isEqualTo(ReviewTerms.DEFAULT);
        assertThat(before.policy().reviewTerms(new PurposeId("missing-vulnerable-person")))
                .isEqualTo(new ReviewTerms(NOT_REQUIRED, CLOCK_STOPS, List.of(), 365));
    }

    @Test
    void areTheDefaultOnesForAPurposeThatIsNoLongerThere() {
        assertThat(Policy.shipped().reviewTerms(new PurposeId("no-such-purpose")))
                .isEqualTo(ReviewTerms.DEFAULT);
    }

    @Test
    void leaveADocumentPublishedBeforeThemItsHash() {
        // Given
        var before = withoutReview().policy();
        // When
        var kept = PolicyVersion.kept(1, before.canonicalJson(), HASH_WITHOUT, Instant.EPOCH);
        // Then
        assertThat(kept.policy().document()).isEqualTo(before.document());
    }

    private static ShippedDocument withoutReview() {
        var document = new ShippedDocument();
        for (int purpose = 0; purpose < 8; purpose++) {
            document.without("/purposes/" + purpose + "/review");
        }
        return document;
    }
}
