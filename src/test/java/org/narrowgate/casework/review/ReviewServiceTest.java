package org.narrowgate.casework.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.casework.review.Caseworkers.CARLA;
import static org.narrowgate.casework.review.Caseworkers.COLIN;
import static org.narrowgate.casework.review.Caseworkers.weighed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.Incident;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.casework.review.ReviewException.Fault;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SyntheticRegistry;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.registry.PopulationService;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ReviewServiceTest {
    private static final Asker POLICE =
            new Asker(new AgencyId("police-north"), Set.of(new PurposeId("missing-vulnerable-person")));
    private static final Staff OLGA = new Staff("olga", "Olga", Set.of(StaffRole.OVERSEER));
    private static final Staff ADA = new Staff("ada", "Ada", Set.of(StaffRole.POLICY_AUTHOR));
    private static final String REASONS = "The welfare of a child outweighs confidence here.";

    @Inject
    ReviewService review;

    @Inject
    CaseViewService views;

    @Inject
    QueueService queue;

    @Inject
    IncidentService incidents;

    @Inject
    TracingRequests requests;

    @Inject
    CaseFiles files;

    @Inject
    WorkingDays calendar;

    @Inject
    PopulationService population;

    @BeforeEach
    void fillRegistry() {
        SyntheticRegistry.fillWhereEmpty(population);
    }

    @Test
    void exceptionalPriorityIsDueSoonerOnceAcceptedAndTakesTwo() {
        // Given
        var id = asked(Priority.EXCEPTIONAL);
        // When
        review.acceptPriority(CARLA, id, seen(id), "A child of four is missing.");
        var first = review.approve(CARLA, id, seen(id), weighed());
        var shown = requests.read(POLICE, id, new Selection.NoPerson()).orElseThrow();
        var second = review.confirm(COLIN, id, seen(id), REASONS);
        // Then
        assertThat(List.of(first, second)).containsExactly(Ruling.AWAITS_SECOND, Ruling.APPROVED);
        assertThat(shown.request().state()).isEqualTo(TracingRequestState.UNDER_REVIEW);
        assertThat(shown.request().dueBy()).isEqualTo(calendar.after(today(id), 1));
        assertThat(state(id)).isEqualTo(TracingRequestState.TRACED);
    }

    @Test
    void aWishForPriorityThatIsDeclinedChangesNothing() {
        // Given
        var id = asked(Priority.EXCEPTIONAL);
        // When
        review.declinePriority(CARLA, id, seen(id), "Nothing here cannot wait a week.");
        var ruling = review.approve(CARLA, id, seen(id), weighed());
        // Then
        assertThat(ruling).isEqualTo(Ruling.APPROVED);
        assertThat(files.find(id).orElseThrow().handling().dueBy()).isEqualTo(calendar.after(today(id), 5));
    }

    @Test
    void aWishForPriorityIsAnsweredOnce() {
        // Given
        var id = asked(Priority.EXCEPTIONAL);
        review.acceptPriority(CARLA, id, seen(id), "A child of four is missing.");
        // When, then
        assertFault(Fault.MOVE_NOT_OFFERED, () -> review.declinePriority(COLIN, id, seen(id), "Not so urgent."));
    }

    @Test
    void theSecondApprovalIsSomebodyElses() {
        // Given
        var id = asked(Priority.EXCEPTIONAL);
        review.approve(CARLA, id, seen(id), weighed());
        // When, then
        assertFault(Fault.SAME_CASEWORKER, () -> review.confirm(CARLA, id, seen(id), REASONS));
        assertThat(views.open(CARLA, id).moves()).isEqualTo(EnumSet.of(Move.REFUSE, Move.ASK));
        assertThat(views.open(COLIN, id).moves()).isEqualTo(EnumSet.of(Move.REFUSE, Move.ASK, Move.CONFIRM));
    }

    @Test
    void aQuestionGoesToTheAgencyAndItsAnswerComesBack() {
        // Given
        var id = asked(Priority.STANDARD);
        // When
        review.ask(CARLA, id, seen(id), "When was she last seen, and where?");
        var waiting = requests.read(POLICE, id, new Selection.NoPerson())
                .orElseThrow()
                .request();
        requests.provideInformation(POLICE, id, "On Monday, at school.");
        var view = views.open(CARLA, id);
        // Then
        assertThat(waiting.state()).isEqualTo(TracingRequestState.INFORMATION_REQUESTED);
        assertThat(waiting.question()).contains("When was she last seen, and where?");
        assertThat(view.progress()).isEqualTo(Progress.UNDER_REVIEW);
        assertThat(view.handling().exchanges())
                .singleElement()
                .satisfies(exchange ->
                        assertThat(exchange.answer().orElseThrow().text()).isEqualTo("On Monday, at school."));
        assertThat(view.history())
                .extracting(CaseView.HistoryLine::kind)
                .containsExactly("request", "question", "information", "view");
    }

    @Test
    void whatWasApprovedBeforeAQuestionIsApprovedAgain() {
        // Given
        var id = asked(Priority.EXCEPTIONAL);
        review.approve(CARLA, id, seen(id), weighed());
        // When
        review.ask(COLIN, id, seen(id), "Is there a court order on contact?");
        requests.provideInformation(POLICE, id, "There is none.");
        // Then
        assertFault(Fault.MOVE_NOT_OFFERED, () -> review.confirm(COLIN, id, seen(id), REASONS));
    }

    @Test
    void aDecisionOnWhatWasSeenBeforeItMovedIsTurnedAway() {
        // Given
        var id = asked(Priority.STANDARD);
        var seen = seen(id);
        review.ask(CARLA, id, seen, "When was she last seen, and where?");
        // When, then
        assertFault(Fault.STALE, () -> review.refuse(COLIN, id, seen, "Too little is said."));
        assertThat(state(id)).isEqualTo(TracingRequestState.INFORMATION_REQUESTED);
    }

    @Test
    void aColleaguesClaimHoldsUntilItIsGivenBack() {
        // Given
        var id = asked(Priority.STANDARD);
        queue.claim(COLIN, id);
        // When
        var held = queue.claim(CARLA, id);
        // Then
        assertThat(held.by()).isEqualTo("colin");
        assertFault(Fault.CLAIMED_BY_ANOTHER, () -> review.refuse(CARLA, id, seen(id), "Too little is said."));
        queue.giveBack(CARLA, id);
        assertFault(Fault.CLAIMED_BY_ANOTHER, () -> review.refuse(CARLA, id, seen(id), "Too little is said."));
        queue.giveBack(COLIN, id);
        review.refuse(CARLA, id, seen(id), "Too little is said.");
        assertThat(state(id)).isEqualTo(TracingRequestState.REFUSED);
    }

    @Test
    void ofManyDecisionsAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        // Given
        var id = asked(Priority.STANDARD);
        var seen = seen(id);
        // When
        var answers = new ArrayList<String>();
        try (var caseworkers = Executors.newVirtualThreadPerTaskExecutor()) {
            var decisions = new ArrayList<Callable<String>>();
            for (int i = 0; i < 10; i++) {
                decisions.add(() -> review.approve(CARLA, id, seen, weighed()).name());
                decisions.add(() -> {
                    review.refuse(COLIN, id, seen, "Too little is said.");
                    return "REFUSED";
                });
            }
            for (var answer : caseworkers.invokeAll(decisions)) {
                answers.add(answered(answer));
            }
        }
        // Then
        assertThat(answers.stream().filter(answer -> !answer.equals("STALE"))).hasSize(1);
        assertThat(views.open(CARLA, id).history())
                .filteredOn(line -> line.kind().equals("review"))
                .hasSize(1);
    }

    @Test
    void anApprovalTellsNothingOfTheRegistry() {
        // Given
        var somebody = asked(Priority.STANDARD);
        var nobody = asked(Priority.STANDARD, "9111231130");
        // When
        var rulings = List.of(
                review.approve(CARLA, somebody, seen(somebody), weighed()),
                review.approve(CARLA, nobody, seen(nobody), weighed()));
        requests.read(POLICE, somebody, new Selection.OfPerson(Set.of(Field.GENDER)));
        var first = views.open(CARLA, somebody);
        var second = views.open(CARLA, nobody);
        // Then
        assertThat(rulings).containsOnly(Ruling.APPROVED);
        assertThat(first.progress()).isEqualTo(second.progress()).isEqualTo(Progress.APPROVED);
        assertThat(first.moves()).isEqualTo(second.moves()).isEmpty();
        assertThat(kinds(first)).isEqualTo(kinds(second));
        assertThat(first.history().getLast().words())
                .isEqualTo(second.history().getLast().words());
    }

    @Test
    void norDoesWhatBecomesOfItLater() {
        // Given
        var somebody = asked(Priority.STANDARD);
        var nobody = asked(Priority.STANDARD, "9111231130");
        review.approve(CARLA, somebody, seen(somebody), weighed());
        review.approve(CARLA, nobody, seen(nobody), weighed());
        var before = views.open(CARLA, somebody);
        // When
        requests.read(POLICE, somebody, new Selection.OfPerson(Set.of(Field.GENDER)));
        requests.attestDestruction(POLICE, somebody, today(somebody), "shredded");
        var after = views.open(CARLA, somebody);
        var other = views.open(CARLA, nobody);
        // Then
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(List.of(before.handling().eraseOn(), after.handling().eraseOn()))
                .containsOnly(other.handling().eraseOn());
    }

    @Test
    void whoIsNoCaseworkerDecidesNothing() {
        var id = asked(Priority.STANDARD);
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> review.refuse(OLGA, id, seen(id), "Too little is said."));
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> views.open(OLGA, id));
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> queue.claim(OLGA, id));
    }

    @Test
    void theQueueListsTheNearestDeadlineFirst() {
        // Given
        var later = asked(Priority.STANDARD);
        var sooner = asked(Priority.EXCEPTIONAL);
        review.acceptPriority(CARLA, sooner, seen(sooner), "A child of four is missing.");
        // When
        var lines = queue.queue(CARLA, ofPolice(QueueFilter.Which.OPEN)).lines().stream()
                .map(Queue.Line::id)
                .toList();
        var exceptional = queue.queue(CARLA, ofPolice(QueueFilter.Which.EXCEPTIONAL)).lines().stream()
                .map(Queue.Line::id)
                .toList();
        // Then
        assertThat(lines.indexOf(sooner)).isBetween(0, lines.indexOf(later));
        assertThat(exceptional).contains(sooner).doesNotContain(later);
    }

    @Test
    void theQueueIsNarrowedByEveryFilter() {
        // Given
        var id = asked(Priority.STANDARD);
        queue.claim(CARLA, id);
        var hit = new QueueFilter(
                Optional.of(POLICE.agency()),
                Optional.of(new PurposeId("missing-vulnerable-person")),
                Optional.of(GroundType.MISSING_VULNERABLE_PERSON),
                QueueFilter.Which.MINE,
                1);
        var missed = new QueueFilter(
                hit.agency(), hit.purpose(), Optional.of(GroundType.COURT_ORDER), QueueFilter.Which.OPEN, 1);
        // When
        var hers = queue.queue(CARLA, hit);
        var his = queue.queue(COLIN, hit);
        var none = queue.queue(CARLA, missed);
        // Then
        assertThat(hers.lines()).extracting(Queue.Line::id).contains(id);
        assertThat(his.lines()).extracting(Queue.Line::id).doesNotContain(id);
        assertThat(none.lines()).isEmpty();
        assertThat(none.pages()).isEqualTo(1);
    }

    @Test
    void aWrongPersonIsAnIncidentWithWhatLeftAndItsOwnClock() {
        // Given
        var id = asked(Priority.STANDARD);
        review.approve(CARLA, id, seen(id), weighed());
        requests.read(POLICE, id, new Selection.OfPerson(Set.of(Field.GENDER, Field.BIRTH_DATE, Field.NHS_NUMBER)));
        requests.reportMismatch(POLICE, id, "Another person altogether.");
        // When
        var open = incidents.open(OLGA, id);
        incidents.close(
                CARLA, id, open.version(), Incident.Notification.NOTIFIED, "The agency destroyed what it was given.");
        // Then
        assertThat(open.disclosed()).containsExactlyInAnyOrder("gender", "birthDate");
        assertThat(open.incident().dueBy())
                .isEqualTo(open.incident().reportedAt().plus(Duration.ofDays(3)));
        assertThat(incidents.open(CARLA, id).incident().closing().orElseThrow().name())
                .isEqualTo("Carla");
        assertThat(incidents.incidents(OLGA))
                .filteredOn(incident -> incident.id().equals(id))
                .singleElement()
                .satisfies(closed -> assertThat(closed.closedAt()).isPresent());
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> incidents.incidents(ADA));
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> incidents.open(ADA, id));
        assertFault(Fault.NOT_FOR_THIS_ROLE, () -> queue.queue(OLGA, QueueFilter.EVERYTHING));
        assertFault(
                Fault.MOVE_NOT_OFFERED,
                () -> incidents.close(
                        COLIN, id, seen(id), Incident.Notification.NOTIFIED, "The agency destroyed it again."));
    }

    private static QueueFilter ofPolice(QueueFilter.Which which) {
        return new QueueFilter(Optional.of(POLICE.agency()), Optional.empty(), Optional.empty(), which, 1);
    }

    private static String answered(Future<String> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return e.getCause() instanceof ReviewException told ? told.fault().name() : e.toString();
        }
    }

    private static List<String> kinds(CaseView view) {
        return view.history().stream().map(CaseView.HistoryLine::kind).toList();
    }

    private static void assertFault(Fault fault, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        ReviewException.class, told -> assertThat(told.fault()).isEqualTo(fault));
    }

    private TracingRequestId asked(Priority priority) {
        return asked(priority, "9000000009");
    }

    private TracingRequestId asked(Priority priority, String nhsNumber) {
        var request = Caseworkers.aboutAMissingChild(nhsNumber, priority);
        return requests.request(POLICE, request, new Selection.NoPerson(), null)
                .request()
                .id();
    }

    private Instant seen(TracingRequestId id) {
        return files.find(id).orElseThrow().changedAt();
    }

    private TracingRequestState state(TracingRequestId id) {
        return files.find(id).orElseThrow().state().shown();
    }

    private LocalDate today(TracingRequestId id) {
        return Moment.dayOf(files.find(id).orElseThrow().handling().receivedAt());
    }
}
