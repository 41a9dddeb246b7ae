package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Embargoes of a policy: how long they delay, and how far ahead they may be reviewed. */
class EmbargoTest {
    private static final PurposeId IMMIGRATION = new PurposeId("immigration-tracing");

    private final Policy delaying = new ShippedDocument()
            .with("/purposes/0/embargo", ShippedDocument.EMBARGO)
            .policy();

    @Test
    void delaysADisclosureUntilTheStartOfADayInLondon() {
        // Given
        var embargo = delaying.embargo(IMMIGRATION).orElseThrow();
        // Then
        assertThat(embargo.endOf(Instant.parse("2018-06-01T22:59:59Z"))).isEqualTo("2018-06-30T23:00:00Z");
        assertThat(embargo.endOf(Instant.parse("2018-06-01T23:00:00Z"))).isEqualTo("2018-07-01T23:00:00Z");
        assertThat(embargo.endOf(Instant.parse("2018-12-01T12:00:00Z"))).isEqualTo("2018-12-31T00:00:00Z");
    }

    @Test
    void delaysNothingAnyMoreOnceItsReviewIsOverdue() {
        // Given
        var embargo = delaying.embargo(IMMIGRATION).orElseThrow();
        var afterwards = Instant.parse("2019-05-10T12:00:00Z");
        // Then
        assertThat(embargo.endOf(Instant.parse("2019-05-01T12:00:00Z"))).isEqualTo("2019-05-09T23:00:00Z");
        assertThat(embargo.endOf(afterwards)).isEqualTo(afterwards);
    }

    @Test
    void shipsWithNoEmbargo() {
        assertThat(Policy.shipped().document().purposes())
                .allSatisfy(purpose ->
                        assertThat(Policy.shipped().embargo(purpose.id())).isEmpty());
        assertThat(delaying.embargo(new PurposeId("no-such-purpose"))).isEmpty();
    }

    @Test
    void delaysNothingWhereAPurposeAboveItDoesNot() {
        // Given
        var below = new ShippedDocument()
                .with("/purposes/7/embargo", ShippedDocument.EMBARGO)
                .with("/purposes/7/parent", "\"coroner-primary-care\"")
                .policy();
        // Then
        assertThat(below.embargo(new PurposeId("counter-fraud"))).isEmpty();
    }

    @Test
    void isReviewedWithinTwelveMonthsOfComingIntoForce() {
        assertThat(delaying.faultsInForceFrom(LocalDate.of(2018, 5, 9))).isEmpty();
        assertThat(delaying.faultsInForceFrom(LocalDate.of(2018, 5, 8)))
                .containsExactly(new PolicyFault(
                        "/purposes/0/embargo/reviewBy",
                        "later than 2019-05-08, 12 months after this version comes into force"
                                + " (Data Protection Act 2018 Schedule 2 paragraphs 2 and 5)"));
    }
}
