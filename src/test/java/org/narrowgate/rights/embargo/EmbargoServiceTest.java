package org.narrowgate.rights.embargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.narrowgate.casework.review.Caseworkers.CARLA;
import static org.narrowgate.casework.review.Caseworkers.COLIN;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseworkException;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.casework.review.ReviewException.Fault;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.embargo.Embargoes.LoggedStep;

/** Embargoes of requests, on a clock that a test moves on. */
@QuarkusTest
@TestProfile(EmbargoServiceTest.Profile.class)
class EmbargoServiceTest {
    private static final PurposeId MISSING = new PurposeId("missing-vulnerable-person");
    private static final Asker POLICE = new Asker(new AgencyId("police-north"), Set.of(MISSING));
    private static final Staff OLGA = new Staff("olga", "Olga", Set.of(StaffRole.OVERSEER));
    private static final String REASON = "Whoever hides the child must not be warned.";
    private static final LocalDate TODAY = LocalDate.of(2019, 1, 10);
    private static final LocalDate IN_A_YEAR = LocalDate.of(2020, 1, 10);
    private static final LocalDate IN_HALF_A_YEAR = LocalDate.of(2019, 7, 10);

    @Inject
    EmbargoService embargoes;

    @Inject
    Embargoes held;

    @Inject
    EmbargoReasons reasons;

    @Inject
    TracingRequests requests;

    @Inject
    TravelledClock clock;

    private final BehindTheDoor behind = new BehindTheDoor();

    /** A database of its own, and a clock that goes where it is told. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(TravelledClock.class);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of()));
        }
    }

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2019-01-10T12:00:00Z"));
        behind.holdTheCast();
    }

    @Test
    void oneCaseworkerAloneHoldsNothingBack() {
        // Given
        var id = asked();
        embargoes.propose(CARLA, id, 0, IN_A_YEAR, IN_HALF_A_YEAR, REASON);
        // When
        var refused = refusalOf(() -> embargoes.approve(CARLA, id, 1, REASON));
        // Then
        assertThat(refused.fault()).isEqualTo(Fault.SAME_CASEWORKER);
        assertThat(refused).hasMessage("You proposed this embargo; a colleague has to approve it.");
        assertThat(endOf(id, clock.instant())).isEmpty();
    }

    @Test
    void anAgencysAskIsNoProposal() {
        // Given
        var id = asked();
        embargoes.ask(POLICE, id, IN_A_YEAR, REASON);
        // When
        var refused = refusalOf(() -> embargoes.approve(CARLA, id, 1, REASON));
        // Then
        assertThat(refused.fault()).isEqualTo(Fault.MOVE_NOT_OFFERED);
        assertThat(endOf(id, clock.instant())).isEmpty();
    }

    @Test
    void twoHoldBackWhatIsDisclosedFromThenOnUntilTheDayOfItsReview() {
        // Given
        var id = asked();
        var before = clock.instant();
        clock.set(Instant.parse("2019-01-10T13:00:00Z"));
        // When
        inForce(id, IN_A_YEAR, IN_HALF_A_YEAR);
        // Then
        assertThat(endOf(id, clock.instant())).contains(Instant.parse("2019-07-10T23:00:00Z"));
        assertThat(endOf(id, Instant.parse("2019-03-01T00:00:00Z"))).contains(Instant.parse("2019-07-10T23:00:00Z"));
        assertThat(endOf(id, before)).isEmpty();
    }

    @Test
    void oneThatNobodyReviewsEndsByItself() {
        // Given
        var id = asked();
        inForce(id, IN_A_YEAR, IN_HALF_A_YEAR);
        var disclosed = clock.instant();
        // When
        clock.set(Instant.parse("2019-07-10T22:59:59Z"));
        var onTheDay = endOf(id, disclosed);
        clock.set(Instant.parse("2019-07-10T23:00:00Z"));
        // Then
        assertThat(onTheDay).isPresent();
        assertThat(endOf(id, disclosed)).isEmpty();
        assertThat(embargoes.of(id).state(clock.instant())).contains(EmbargoState.LAPSED);
    }

    @Test
    void aReviewByTwoProlongsItAndOneOfThemAloneDoesNot() {
        // Given
        var id = asked();
        inForce(id, IN_A_YEAR, IN_HALF_A_YEAR);
        var disclosed = clock.instant();
        clock.set(Instant.parse("2019-07-01T12:00:00Z"));
        // When
        embargoes.propose(COLIN, id, 2, LocalDate.of(2020, 7, 1), LocalDate.of(2020, 1, 1), REASON);
        var alone = refusalOf(() -> embargoes.approve(COLIN, id, 3, REASON));
        var proposed = endOf(id, disclosed);
        embargoes.approve(CARLA, id, 3, REASON);
        // Then
        assertThat(alone.fault()).isEqualTo(Fault.SAME_CASEWORKER);
        assertThat(proposed).contains(Instant.parse("2019-07-10T23:00:00Z"));
        assertThat(endOf(id, disclosed)).contains(Instant.parse("2020-01-02T00:00:00Z"));
    }

    @Test
    void oneWhoseReviewIsItsLastDayEndsThen() {
        // Given
        var id = asked();
        inForce(id, LocalDate.of(2019, 2, 10), LocalDate.of(2019, 2, 10));
        var disclosed = clock.instant();
        // When
        clock.set(Instant.parse("2019-02-11T00:00:00Z"));
        // Then
        assertThat(endOf(id, disclosed)).isEmpty();
        assertThat(embargoes.of(id).state(clock.instant())).contains(EmbargoState.ENDED);
    }

    @Test
    void oneCaseworkerEndsItAndEverythingShows() {
        // Given
        var id = asked();
        inForce(id, IN_A_YEAR, IN_HALF_A_YEAR);
        var disclosed = clock.instant();
        clock.set(Instant.parse("2019-02-01T12:00:00Z"));
        // When
        embargoes.end(CARLA, id, 2, "The child is found, and nobody is left to be warned.");
        // Then
        assertThat(endOf(id, disclosed)).isEmpty();
        assertThat(endOf(id, clock.instant())).isEmpty();
    }

    @Test
    void itsDaysAreBounded() {
        // Given
        var id = asked();
        // When
        var tooLong = refusalOf(() -> embargoes.propose(CARLA, id, 0, IN_A_YEAR.plusDays(1), TODAY, REASON));
        var tooLate = refusalOf(() -> embargoes.propose(CARLA, id, 0, IN_A_YEAR, IN_HALF_A_YEAR.plusDays(1), REASON));
        var afterItsEnd = refusalOf(() -> embargoes.propose(CARLA, id, 0, TODAY, TODAY.plusDays(1), REASON));
        var past = refusalOf(() -> embargoes.propose(CARLA, id, 0, TODAY.minusDays(1), TODAY.minusDays(1), REASON));
        // Then
        assertThat(List.of(tooLong, tooLate, afterItsEnd, past))
                .extracting(ReviewException::fault)
                .containsOnly(Fault.TEXT_UNFIT);
        assertThat(List.of(tooLong, tooLate, afterItsEnd, past))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "An embargo lasts 12 months at most.",
                        "An embargo is reviewed within 6 months.",
                        "An embargo is reviewed before it ends.",
                        "An embargo's last day is today or later.");
        assertThat(embargoes.of(id)).isEqualTo(RequestEmbargo.NONE);
    }

    @Test
    void aProposalWhoseDaysHavePassedIsNotApproved() {
        // Given
        var id = asked();
        embargoes.propose(CARLA, id, 0, TODAY, TODAY, REASON);
        clock.set(Instant.parse("2019-01-11T00:00:00Z"));
        // When
        var refused = refusalOf(() -> embargoes.approve(COLIN, id, 1, REASON));
        // Then
        assertThat(refused.fault()).isEqualTo(Fault.MOVE_NOT_OFFERED);
        assertThat(refused).hasMessage("The days proposed have passed. Nothing was done; propose others.");
    }

    @Test
    void nothingIsDoneOnWhatIsNoMore() {
        // Given
        var id = asked();
        embargoes.propose(CARLA, id, 0, IN_A_YEAR, IN_HALF_A_YEAR, REASON);
        embargoes.propose(CARLA, id, 1, TODAY, TODAY, REASON);
        // When
        var refused = refusalOf(() -> embargoes.approve(COLIN, id, 1, REASON));
        // Then
        assertThat(refused.fault()).isEqualTo(Fault.STALE);
        assertThat(embargoes.of(id).events()).hasSize(2);
    }

    @Test
    void isForCaseworkersAlone() {
        // Given
        var id = asked();
        // When
        var refused = refusalOf(() -> embargoes.propose(OLGA, id, 0, TODAY, TODAY, REASON));
        var unknown = refusalOf(
                () -> embargoes.propose(CARLA, new TracingRequestId(UUID.randomUUID()), 0, TODAY, TODAY, REASON));
        // Then
        assertThat(refused.fault()).isEqualTo(Fault.NOT_FOR_THIS_ROLE);
        assertThat(unknown.fault()).isEqualTo(Fault.REQUEST_UNKNOWN);
    }

    @Test
    void everyStepIsAnEntryThatNamesNobody() {
        // Given
        var id = asked();
        // When
        embargoes.ask(POLICE, id, IN_A_YEAR, "asked: must not be warned");
        embargoes.propose(CARLA, id, 1, IN_A_YEAR, IN_HALF_A_YEAR, "proposed: must not be warned");
        embargoes.approve(COLIN, id, 2, "approved: must not be warned");
        embargoes.end(CARLA, id, 3, "ended: may know now");
        // Then
        assertThat(behind.rows(
                        "SELECT e.kind, said ->> 'kind', said ->> 'until', said ->> 'reviewBy', jsonb_exists_any("
                                + "said, ARRAY['by', 'reason', 'subject', 'caseReference']) FROM embargo_event e JOIN ledger_entry l ON"
                                + " l.index = e.entry_index, LATERAL (SELECT convert_from(l.circumstances, 'UTF8')::jsonb AS"
                                + " said) c WHERE e.request = '" + id + "' ORDER BY e.number"))
                .containsExactly(
                        List.of("asked", "embargo-asked", "2020-01-10", "null", "f"),
                        List.of("proposed", "embargo-proposed", "2020-01-10", "2019-07-10", "f"),
                        List.of("approved", "embargo-approved", "2020-01-10", "2019-07-10", "f"),
                        List.of("ended", "embargo-ended", "null", "null", "f"));
        assertThat(reasons.of(embargoes.of(id)))
                .isEqualTo(Map.of(
                        1, "asked: must not be warned",
                        2, "proposed: must not be warned",
                        3, "approved: must not be warned",
                        4, "ended: may know now"));
        assertThat(behind.rows("SELECT count(*) FROM embargo_event e JOIN tracing_request_entry t USING (request,"
                        + " entry_index) WHERE request = '" + id + "'"))
                .containsExactly(List.of("4"));
    }

    @Test
    void nothingIsSaidOfARequestThatIsErasedWhichCouldNeverBeErased() {
        // Given
        var id = asked();
        embargoes.ask(POLICE, id, IN_A_YEAR, REASON);
        behind.change("UPDATE tracing_request SET erased_at = now() WHERE id = '" + id + "'");
        // When
        var asked = catchThrowableOfType(CaseworkException.class, () -> embargoes.ask(POLICE, id, IN_A_YEAR, REASON));
        var proposed = refusalOf(() -> embargoes.propose(CARLA, id, 1, IN_A_YEAR, IN_HALF_A_YEAR, REASON));
        embargoes.refuse(CARLA, id, 1, REASON);
        // Then
        assertThat(asked).hasMessage("what was said of this request is erased, and nothing of it shows any more");
        assertThat(proposed).hasMessage("What was said of this request is erased; nothing of it shows any more.");
        assertThat(reasons.of(embargoes.of(id))).isEqualTo(Map.of(1, REASON, 2, "erased"));
    }

    @Test
    void listsWhatOverseersWatchAndWhatCaseworkersHaveToDo() {
        // Given
        var refused = asked();
        embargoes.ask(POLICE, refused, IN_A_YEAR, REASON);
        embargoes.refuse(CARLA, refused, 1, "Nothing here needs to be kept from her.");
        var due = asked();
        inForce(due, LocalDate.of(2019, 1, 20), LocalDate.of(2019, 1, 20));
        var later = asked();
        inForce(later, IN_A_YEAR, IN_HALF_A_YEAR);
        // When
        var all = held.ofRequests(clock.instant()).stream()
                .filter(line ->
                        Set.of(refused.value(), due.value(), later.value()).contains(line.request()))
                .toList();
        var toDo = held.toDo(clock.instant(), TODAY.plusDays(14));
        // Then
        assertThat(all)
                .extracting(EmbargoLine::request, EmbargoLine::state, EmbargoLine::until, EmbargoLine::reviewBy)
                .containsExactly(
                        tuple(
                                due.value(),
                                EmbargoState.IN_FORCE,
                                Optional.of(LocalDate.of(2019, 1, 20)),
                                Optional.of(LocalDate.of(2019, 1, 20))),
                        tuple(
                                later.value(),
                                EmbargoState.IN_FORCE,
                                Optional.of(IN_A_YEAR),
                                Optional.of(IN_HALF_A_YEAR)),
                        tuple(refused.value(), EmbargoState.REFUSED, Optional.empty(), Optional.empty()));
        assertThat(toDo)
                .extracting(EmbargoLine::request)
                .contains(due.value())
                .doesNotContain(refused.value(), later.value());
        assertThat(held.ofPurposes(clock.instant())).isEmpty();
    }

    private TracingRequestId asked() {
        var request = Caseworkers.aboutAMissingChild("9000000009", Priority.STANDARD);
        return requests.request(POLICE, request, new Selection.NoPerson(), null)
                .request()
                .id();
    }

    private void inForce(TracingRequestId id, LocalDate until, LocalDate reviewBy) {
        embargoes.propose(CARLA, id, 0, until, reviewBy, REASON);
        embargoes.approve(COLIN, id, 1, REASON);
    }

    private Optional<Instant> endOf(TracingRequestId id, Instant disclosedAt) {
        return held.endOf(new LoggedStep(id.value(), MISSING, 1, disclosedAt), clock.instant());
    }

    private static ReviewException refusalOf(ThrowingCallable move) {
        return catchThrowableOfType(ReviewException.class, move);
    }
}
