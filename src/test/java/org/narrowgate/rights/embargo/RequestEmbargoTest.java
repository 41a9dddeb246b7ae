package org.narrowgate.rights.embargo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.rights.embargo.EmbargoEvent.Approved;
import org.narrowgate.rights.embargo.EmbargoEvent.Asked;
import org.narrowgate.rights.embargo.EmbargoEvent.Ended;
import org.narrowgate.rights.embargo.EmbargoEvent.Place;
import org.narrowgate.rights.embargo.EmbargoEvent.Proposed;
import org.narrowgate.rights.embargo.EmbargoEvent.Refused;

/** What the events of one request come to, moment by moment. */
class RequestEmbargoTest {
    private static final StaffMember CARLA = new StaffMember("carla", "Carla");
    private static final StaffMember COLIN = new StaffMember("colin", "Colin");
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    private static final LocalDate REVIEW = LocalDate.of(2026, 6, 30);
    private static final Instant JANUARY = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-10T12:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-10T12:00:00Z");

    @Test
    void nothingIsHeldBackByAskingOrProposing() {
        // Given
        var embargo = new RequestEmbargo(List.of(asked(1, JANUARY), proposed(2, MARCH)));
        // Then
        assertThat(embargo.spans()).isEmpty();
        assertThat(embargo.state(MAY)).contains(EmbargoState.PROPOSED);
        assertThat(embargo.until(MAY)).contains(UNTIL);
        assertThat(embargo.reviewBy(MAY)).contains(REVIEW);
        assertThat(embargo.version()).isEqualTo(2);
    }

    @Test
    void anApprovedOneHoldsFromItsApprovalAndEndsByItselfWhereNobodyReviewsIt() {
        // Given
        var embargo = new RequestEmbargo(List.of(proposed(1, JANUARY), approved(2, MARCH, REVIEW)));
        // Then
        assertThat(embargo.spans()).containsExactly(new Span(MARCH, Instant.parse("2026-06-30T23:00:00Z")));
        assertThat(embargo.state(MAY)).contains(EmbargoState.IN_FORCE);
        assertThat(embargo.state(Instant.parse("2026-06-30T22:59:59Z"))).contains(EmbargoState.IN_FORCE);
        assertThat(embargo.state(Instant.parse("2026-06-30T23:00:00Z"))).contains(EmbargoState.LAPSED);
        assertThat(embargo.until(AUGUST)).contains(UNTIL);
    }

    @Test
    void oneThatWasReviewedEndsOnItsLastDay() {
        // Given
        var embargo = new RequestEmbargo(
                List.of(proposed(1, JANUARY), approved(2, MARCH, REVIEW), proposed(3, MAY), approved(4, MAY, UNTIL)));
        // Then
        assertThat(embargo.spans())
                .containsExactly(new Span(MARCH, MAY), new Span(MAY, Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(embargo.state(AUGUST)).contains(EmbargoState.IN_FORCE);
        assertThat(embargo.state(Instant.parse("2027-01-01T00:00:00Z"))).contains(EmbargoState.ENDED);
    }

    @Test
    void oneThatACaseworkerEndsHoldsNothingFromThenOn() {
        // Given
        var embargo = new RequestEmbargo(List.of(
                proposed(1, JANUARY),
                approved(2, MARCH, REVIEW),
                proposed(3, MARCH),
                new Ended(new Place(4, MAY, 4), CARLA)));
        // Then
        assertThat(embargo.spans()).containsExactly(new Span(MARCH, MAY));
        assertThat(embargo.state(AUGUST)).contains(EmbargoState.ENDED);
        assertThat(embargo.until(AUGUST)).isEmpty();
        assertThat(embargo.proposal()).isEmpty();
    }

    @Test
    void aRefusalAnswersWhatWasAskedAndLeavesWhatHolds() {
        // Given
        var refused = new RequestEmbargo(List.of(asked(1, JANUARY), new Refused(new Place(2, MARCH, 2), CARLA)));
        var notProlonged = new RequestEmbargo(List.of(
                proposed(1, JANUARY),
                approved(2, JANUARY, REVIEW),
                asked(3, MARCH),
                new Refused(new Place(4, MARCH, 4), CARLA)));
        // Then
        assertThat(refused.state(MAY)).contains(EmbargoState.REFUSED);
        assertThat(refused.ask()).isEmpty();
        assertThat(notProlonged.state(MAY)).contains(EmbargoState.IN_FORCE);
        assertThat(notProlonged.state(AUGUST)).contains(EmbargoState.LAPSED);
    }

    @Test
    void anEntryFirstShowsOnceNothingHoldsItAndIsNotHiddenAgain() {
        // Given
        var spans = new RequestEmbargo(List.of(
                        proposed(1, JANUARY), approved(2, MARCH, REVIEW), proposed(3, MAY), approved(4, MAY, UNTIL)))
                .spans();
        // Then
        assertThat(Span.firstShown(JANUARY, spans)).isEqualTo(JANUARY);
        assertThat(Span.firstShown(MARCH, spans)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(Span.firstShown(AUGUST, spans)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(Span.firstShown(MAY, List.of())).isEqualTo(MAY);
    }

    @Test
    void aReviewIsByDefaultAsLateAsItMayBe() {
        // Given
        var today = LocalDate.of(2026, 1, 10);
        // Then
        assertThat(Term.reviewedLate(UNTIL, today)).isEqualTo(new Term(UNTIL, LocalDate.of(2026, 7, 10)));
        assertThat(Term.reviewedLate(LocalDate.of(2026, 2, 1), today))
                .isEqualTo(new Term(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1)));
    }

    @Test
    void nothingStandsWhereNobodyAsked() {
        assertThat(RequestEmbargo.NONE.state(MAY)).isEqualTo(Optional.empty());
        assertThat(RequestEmbargo.NONE.version()).isZero();
    }

    private static Asked asked(int number, Instant at) {
        return new Asked(new Place(number, at, number), UNTIL);
    }

    private static Proposed proposed(int number, Instant at) {
        return new Proposed(new Place(number, at, number), CARLA, new Term(UNTIL, REVIEW));
    }

    private static Approved approved(int number, Instant at, LocalDate reviewBy) {
        return new Approved(new Place(number, at, number), COLIN, CARLA, new Term(UNTIL, reviewBy));
    }
}
