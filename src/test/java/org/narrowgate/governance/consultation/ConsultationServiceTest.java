package org.narrowgate.governance.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.governance.consultation.ConsultationForTests.APPROVER;
import static org.narrowgate.governance.consultation.ConsultationForTests.ASKED;
import static org.narrowgate.governance.consultation.ConsultationForTests.AUTHOR;
import static org.narrowgate.governance.consultation.ConsultationForTests.CASEWORKER;
import static org.narrowgate.governance.consultation.ConsultationForTests.OVERSEER;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.governance.draft.ConsultedText;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.policy.Policy;

@QuarkusTest
@TestProfile(TravelledConsultations.class)
class ConsultationServiceTest {
    private static final String SAID = "The postcode is enough for what they do.";
    private static final String OUTCOME = "Most were against it, and so are we.";

    @Inject
    ConsultationService consultations;

    @Inject
    RepresentationService representations;

    @Inject
    DraftService drafts;

    @Inject
    ConsultedText consulted;

    @Inject
    TravelledClock clock;

    private ConsultationForTests given;

    @BeforeEach
    void aDayGoesBy() {
        given = new ConsultationForTests(consultations, drafts, clock);
        given.aDayGoesBy();
    }

    @Test
    void aDraftIsPutBeforeThePublicAsItStandsAndStandsStill() {
        // Given
        var draft = given.draft();
        // When
        var opened = consultations.open(
                APPROVER,
                draft.id(),
                draft.revision(),
                " Gender? ",
                ASKED,
                given.today().plusDays(1));
        // Then
        assertThat(consultations.consultation(opened.id())).contains(opened);
        assertThat(consultations.all()).contains(opened);
        assertThat(opened.title()).isEqualTo("Gender?");
        assertThat(opened.openedBy()).isEqualTo(Author.of(APPROVER));
        assertThat(opened.hash()).isEqualTo(draft.policy().hash());
        assertThat(consultations.document(opened.id())).contains(draft.policy().canonicalJson());
        assertThat(opened.difference().stream().map(change -> change.direction() + " " + change.words()))
                .hasSize(2)
                .anySatisfy(words -> assertThat(words).startsWith("WIDENS").contains("gender"))
                .anySatisfy(words -> assertThat(words).startsWith("NARROWS").contains("postcode"));
        assertThat(consultations.stage(opened)).isEqualTo(Stage.OPEN);
        assertThat(drafts.draft(draft.id()).state()).isEqualTo(DraftState.IN_CONSULTATION);
        refused(Fault.NOT_OFFERED, () -> drafts.rename(AUTHOR, draft.id(), draft.revision(), "Other"));
    }

    @Test
    void onlyAnAuthorOrApproverOpensOneOnTheTextTheyHaveSeenForDaysToCome() {
        // Given
        var draft = given.draft();
        var seen = draft.revision();
        var tomorrow = given.today().plusDays(1);
        // When and then
        refused(Fault.NOT_FOR_THIS_ROLE, () -> consultations.open(CASEWORKER, draft.id(), seen, "T", ASKED, tomorrow));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> consultations.open(OVERSEER, draft.id(), seen, "T", ASKED, tomorrow));
        refused(Fault.STALE, () -> consultations.open(AUTHOR, draft.id(), seen - 1, "T", ASKED, tomorrow));
        refused(Fault.MOMENT_UNFIT, () -> consultations.open(AUTHOR, draft.id(), seen, "T", ASKED, given.today()));
        refused(
                Fault.MOMENT_UNFIT,
                () -> consultations.open(
                        AUTHOR, draft.id(), seen, "T", ASKED, given.today().plusDays(367)));
        refused(Fault.TEXT_UNFIT, () -> consultations.open(AUTHOR, draft.id(), seen, "T", "Why?", tomorrow));
        refused(Fault.TEXT_UNFIT, () -> consultations.open(AUTHOR, draft.id(), seen, " ", ASKED, tomorrow));
        refused(
                Fault.DRAFT_UNKNOWN,
                () -> consultations.open(
                        AUTHOR,
                        DraftId.parse("00000000-0000-4000-8000-000000000000").orElseThrow(),
                        1,
                        "T",
                        ASKED,
                        tomorrow));
        assertThat(drafts.draft(draft.id()).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void aDraftThatChangesNothingIsNothingToAskAbout() {
        // Given
        var draft = drafts.begin(AUTHOR, "Nothing new");
        // When and then
        refused(
                Fault.NOTHING_CHANGED,
                () -> consultations.open(
                        AUTHOR,
                        draft.id(),
                        draft.revision(),
                        "T",
                        ASKED,
                        given.today().plusDays(1)));
        assertThat(drafts.draft(draft.id()).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void anybodySaysSomethingUntilTheLastMomentAndNobodyAfterIt() {
        // Given
        var open = given.open();
        given.untilTheLastMomentOf(open);
        assertThat(representations.receive(open.id(), SAID, "")).isEqualTo(new Reception.Received(1));
        // When
        given.untilTheEndOf(open);
        // Then
        assertThat(representations.receive(open.id(), SAID, "")).isEqualTo(new Reception.Closed());
        assertThat(consultations.stage(open)).isEqualTo(Stage.CLOSED);
    }

    @Test
    void nothingShowsBeforeItIsReadAndWhatDoesNotIsCounted() {
        // Given
        var open = given.open();
        for (int number = 1; number <= 4; number++) {
            representations.receive(open.id(), SAID + " " + number, "Reader " + number);
        }
        assertThat(published(open).shown()).isEmpty();
        assertThat(published(open).unread()).isEqualTo(4);
        // When
        representations.rule(APPROVER, open.id(), 1, 0, Ruling.SHOWN);
        representations.rule(AUTHOR, open.id(), 2, 0, Ruling.PERSONAL_DATA);
        representations.rule(AUTHOR, open.id(), 3, 0, Ruling.PERSONAL_DATA);
        // Then
        var published = published(open);
        assertThat(published.shown().stream()
                        .map(one -> one.number() + " " + one.content().orElseThrow()))
                .containsExactly("1 " + new Representation.Content(SAID + " 1", "Reader 1"));
        assertThat(published.notShown()).isEqualTo(Map.of(Ruling.PERSONAL_DATA, 2));
        assertThat(published.unread()).isEqualTo(1);
    }

    @Test
    void whatMustNotBeSeenIsTakenAwayAgainAlsoAfterTheEnd() {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID, "");
        representations.rule(APPROVER, open.id(), 1, 0, Ruling.SHOWN);
        consultations.withdraw(AUTHOR, open.id(), "The draft was a mistake.");
        // When
        refused(Fault.STALE, () -> representations.rule(AUTHOR, open.id(), 1, 0, Ruling.ABUSIVE));
        representations.rule(AUTHOR, open.id(), 1, 1, Ruling.PERSONAL_DATA);
        // Then
        assertThat(published(open).shown()).isEmpty();
        assertThat(published(open).notShown()).isEqualTo(Map.of(Ruling.PERSONAL_DATA, 1));
    }

    @Test
    void theOutcomeIsPublishedOnceItIsClosedAndEverythingReadAndJudged() {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID, "");
        representations.receive(open.id(), SAID + " Again.", "");
        representations.receive(open.id(), "Something else altogether.", "");
        refused(Fault.NOT_OFFERED, () -> consultations.conclude(AUTHOR, open.id(), OUTCOME, "Nothing."));
        given.untilTheEndOf(open);
        // When
        refused(Fault.NOT_OFFERED, () -> consultations.conclude(AUTHOR, open.id(), OUTCOME, "Nothing."));
        representations.rule(AUTHOR, open.id(), 1, 0, Ruling.SHOWN);
        representations.rule(AUTHOR, open.id(), 2, 0, Ruling.SHOWN);
        representations.rule(AUTHOR, open.id(), 3, 0, Ruling.NOT_ABOUT_IT);
        refused(Fault.NOT_OFFERED, () -> consultations.conclude(AUTHOR, open.id(), OUTCOME, "Nothing."));
        refused(Fault.NOT_OFFERED, () -> representations.judge(AUTHOR, open.id(), Set.of(3), "Not about it at all."));
        representations.judge(AUTHOR, open.id(), Set.of(1, 2), "We agree, and keep it.");
        assertThat(published(open).shown()).allMatch(one -> one.judgement().isEmpty());
        assertThat(consulted.of(open.draft())).isEmpty();
        consultations.conclude(APPROVER, open.id(), OUTCOME, "The postcode stays.");
        // Then
        var published = published(open);
        assertThat(published.stage()).isEqualTo(Stage.DECIDED);
        assertThat(published.consultation().ending().orElseThrow())
                .isInstanceOfSatisfying(Ending.Outcome.class, outcome -> {
                    assertThat(outcome.text()).isEqualTo(OUTCOME);
                    assertThat(outcome.changes()).isEqualTo("The postcode stays.");
                    assertThat(outcome.by()).isEqualTo(Author.of(APPROVER));
                });
        assertThat(published.shown().stream()
                        .map(one -> one.judgement().orElseThrow().text()))
                .containsExactly("We agree, and keep it.", "We agree, and keep it.");
        assertThat(drafts.draft(open.draft()).state()).isEqualTo(DraftState.DRAFT);
        assertThat(consulted.of(open.draft())).hasValueSatisfying(asked -> {
            assertThat(asked.text().hash()).isEqualTo(open.hash());
            assertThat(asked.base().hash()).isEqualTo(Policy.shipped().hash());
        });
        refused(Fault.NOT_OFFERED, () -> representations.judge(AUTHOR, open.id(), Set.of(1), "We do not agree."));
        refused(Fault.NOT_OFFERED, () -> consultations.withdraw(AUTHOR, open.id(), "On second thoughts."));
    }

    @Test
    void aWithdrawnConsultationStaysInTheRegisterAndConsultedOnNothing() {
        // Given
        var open = given.open();
        // When
        consultations.withdraw(AUTHOR, open.id(), "The draft was a mistake.");
        // Then
        assertThat(consultations.all().stream().map(Consultation::id)).contains(open.id());
        assertThat(published(open).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(representations.receive(open.id(), SAID, "")).isEqualTo(new Reception.Closed());
        assertThat(drafts.draft(open.draft()).state()).isEqualTo(DraftState.DRAFT);
        assertThat(consulted.of(open.draft())).isEmpty();
    }

    @Test
    void aSecondConsultationCountsInsteadOfTheFirst() {
        // Given
        var first = given.open();
        given.untilTheEndOf(first);
        consultations.conclude(AUTHOR, first.id(), OUTCOME, "Nothing.");
        var draft = drafts.draft(first.draft());
        // When
        var second = consultations.open(
                AUTHOR,
                draft.id(),
                draft.revision(),
                "Once more",
                ASKED,
                given.today().plusDays(2));
        // Then
        assertThat(consulted.of(draft.id())).isEmpty();
        consultations.withdraw(AUTHOR, second.id(), "Once was enough, after all.");
        assertThat(consulted.of(draft.id())).isEmpty();
    }

    @Test
    void onlyStaffOfThePolicyAndOverseersReadAndOnlyTheFirstRule() {
        // Given
        var open = given.open();
        representations.receive(open.id(), SAID, "");
        // When and then
        assertThat(representations.all(OVERSEER, open.id())).hasSize(1);
        refused(Fault.NOT_FOR_THIS_ROLE, () -> representations.all(CASEWORKER, open.id()));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> representations.rule(OVERSEER, open.id(), 1, 0, Ruling.SHOWN));
        refused(
                Fault.NOT_FOR_THIS_ROLE,
                () -> representations.judge(OVERSEER, open.id(), Set.of(1), "We agree with it."));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> consultations.conclude(OVERSEER, open.id(), OUTCOME, "Nothing."));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> consultations.withdraw(CASEWORKER, open.id(), "We do not want it."));
        refused(Fault.TARGET_UNKNOWN, () -> representations.rule(AUTHOR, open.id(), 2, 0, Ruling.SHOWN));
    }

    @Test
    void noMoreThanTheHourlyNumberIsTakenHoweverManyComeAtOnceAndEachHasItsNumber() throws Exception {
        // Given
        var open = given.open();
        try (var threads = Executors.newFixedThreadPool(8)) {
            // When
            var all = threads.invokeAll(IntStream.range(0, 310)
                    .mapToObj(each -> (Callable<Reception>) () -> representations.receive(open.id(), SAID, ""))
                    .toList());
            // Then
            var receptions = all.stream().map(Future::resultNow).toList();
            assertThat(receptions.stream().filter(new Reception.TooMany()::equals))
                    .hasSize(10);
            assertThat(representations.all(AUTHOR, open.id()).stream().map(Representation::number))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 300).boxed().toList());
        }
    }

    private Published published(Consultation consultation) {
        return representations.published(consultation.id()).orElseThrow();
    }

    private static void refused(Fault fault, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
