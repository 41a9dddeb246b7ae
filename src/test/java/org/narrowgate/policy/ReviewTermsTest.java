package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.ReviewTerms.AwaitedInformation.CLOCK_STOPS;
import static org.narrowgate.policy.ReviewTerms.SecondCaseworker.REQUIRED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Refer;

class ReviewTermsTest {
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
    void areTheDefaultOnesForAPurposeThatIsNoLongerThere() {
        assertThat(Policy.shipped().reviewTerms(new PurposeId("no-such-purpose")))
                .isEqualTo(ReviewTerms.DEFAULT);
    }
}
