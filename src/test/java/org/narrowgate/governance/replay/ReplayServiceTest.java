package org.narrowgate.governance.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.governance.Authors.ADA;
import static org.narrowgate.governance.Authors.PAUL;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayResult.Crossing;
import org.narrowgate.governance.replay.ReplayResult.ShiftLine;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.RefusalReason;

/** Replays in the background, on a real database with requests that came in by the door. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(ReplayServiceTest.Profile.class)
class ReplayServiceTest {
    /** An application with a database of its own, in which nothing has been drafted or published. */
    public static final class Profile implements QuarkusTestProfile {}

    private static final Logger LOG = Logger.getLogger(ReplayServiceTest.class);
    private static final List<String> REGISTRY =
            List.of("person", "person_name", "person_address", "registration", "general_practice");
    private final LocalDate today = Moment.dayOf(Instant.now());
    private static final Staff CARLA = new Staff("carla", "Carla", Set.of(StaffRole.CASEWORKER));

    @Inject
    ReplayService replays;

    @Inject
    ReplayRuns runs;

    @Inject
    DraftService drafts;

    private final BehindTheDoor database = new BehindTheDoor();

    @Test
    void replaysWhatAgenciesAskedWithoutRegistryAndLog() {
        // Given
        database.holdTheCast();
        var caseReference = "case " + UUID.randomUUID();
        ask("counter-fraud", "counter-fraud", caseReference);
        ask("coroner", "coroner-primary-care", "another case");
        var draft = withoutPostcodeForCounterFraud();
        var entries = database.entries();
        try {
            REGISTRY.forEach(table -> database.change("REVOKE SELECT ON " + table + " FROM narrowgate_application"));
            // When
            var run = finished(replays.start(ADA, order(draft, new Choice.Recorded(new Period(today, today)))));
            // Then
            assertThat(run.state()).isEqualTo(ReplayState.DONE);
            assertThat(run.done()).isEqualTo(run.total()).isEqualTo(2);
            assertThat(database.entries()).isEqualTo(entries);
            var result = replays.result(ADA, run.id()).orElseThrow();
            assertThat(result.all().crossings()).containsExactly(new Crossing(Verdict.PERMITTED, Verdict.PERMITTED, 2));
            assertThat(result.caution()).isEmpty();
            assertThat(result.mix()).isEmpty();
            var other = shift(result, Shift.TREATED_OTHERWISE);
            assertThat(other.count()).isEqualTo(1);
            assertThat(other.examples().getFirst().treatments())
                    .containsExactly("address.postcode: generalised to district, then withheld");
            assertThat(replays.told(PAUL, result))
                    .containsExactly(Map.entry(
                            other.examples().getFirst().request().orElseThrow(),
                            told(draft.policy().document(), caseReference)));
            assertThat(kept(run.id())).doesNotContain(caseReference);
        } finally {
            REGISTRY.forEach(table -> database.change("GRANT SELECT ON " + table + " TO narrowgate_application"));
        }
    }

    @Test
    void aRequestErasedSinceIsToldOfNoMore() {
        // Given
        var day = LocalDate.of(2019, 5, 1);
        requests(day, 3);
        database.change("UPDATE tracing_request SET erased_at = now(), asked = '{\"sources\": \"EXHAUSTED\"}'"
                + " WHERE received_at < '2019-05-02' AND case_reference = 'bulk 1'");
        // When
        var run = finished(replays.start(
                ADA, order(withoutCountersignatureForImmigration(), new Choice.Recorded(new Period(day, day)))));
        // Then
        var result = replays.result(ADA, run.id()).orElseThrow();
        assertThat(result.all().requests()).isEqualTo(2);
        assertThat(result.erased()).isEqualTo(1);
        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note)
                        .isEqualTo(
                                "1 more request could not be replayed: erased, and what was put forward went with the"
                                        + " rest."));
        database.change("DELETE FROM tracing_request WHERE case_reference LIKE 'bulk %'");
        assertThat(replays.told(ADA, result)).isEmpty();
    }

    @Test
    void theNarrowingOf2018ShowsOnTheArchive() {
        // When
        var run = finished(replays.start(
                PAUL, new ReplayOrder(new Proposal.OfVersion(1), Opponent.PRACTICE_OF_2016, new Choice.Archive2016())));
        // Then
        assertThat(run.by()).isEqualTo(Author.of(PAUL));
        assertThat(run.inForce()).isEqualTo(1);
        var sentences = ReplayInWords.sentences(replays.result(PAUL, run.id()).orElseThrow());
        assertThat(sentences.getFirst())
                .startsWith("Of 11,169 requests policy version 1 would have refused ")
                .endsWith(" more than the practice of 2016.");
        assertThat(sentences.getLast())
                .startsWith("Of the Home Office's 8,127 requests it would have excluded 7,7")
                .contains("the practice of 2016 excluded 0.")
                .endsWith("That mix of cases is made up, so the share proves nothing about the real year.");
    }

    @Test
    void aCancelledReplayStaysCancelledWhateverIsAtWorkOnIt() {
        // Given
        var id = asked();
        assertThat(runs.begin(id, 10_000)).isTrue();
        assertThat(runs.progress(id, 2_000)).isTrue();
        // When
        replays.cancel(PAUL, id);
        // Then
        assertThat(runs.progress(id, 4_000)).isFalse();
        runs.finish(id, 10_000, emptyResult());
        runs.fail(id);
        assertThat(replays.run(ADA, id).state()).isEqualTo(ReplayState.CANCELLED);
        assertThat(replays.run(ADA, id).done()).isEqualTo(2_000);
        assertThat(replays.result(ADA, id)).isEmpty();
        assertThatThrownBy(() -> replays.cancel(ADA, id))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_OFFERED));
    }

    @Test
    void aReplayCancelledWhileItWaitsNeverBegins() {
        // Given
        var id = asked();
        // When
        replays.cancel(ADA, id);
        // Then
        assertThat(runs.begin(id, 10)).isFalse();
    }

    @Test
    void aReplayThatNobodyIsAtWorkOnIsInterrupted() {
        // Given
        var id = asked();
        runs.begin(id, 10_000);
        assertThat(replays.run(ADA, id).state()).isEqualTo(ReplayState.RUNNING);
        // When
        database.change("UPDATE policy_replay SET heartbeat = now() - interval '31 seconds' WHERE id = ?", id.value());
        // Then
        assertThat(replays.run(ADA, id).state()).isEqualTo(ReplayState.INTERRUPTED);
        // When its replica was only slow
        runs.beat(List.of(id));
        // Then
        assertThat(replays.run(ADA, id).state()).isEqualTo(ReplayState.RUNNING);
        replays.cancel(ADA, id);
    }

    @Test
    void isNobodyElsesToBegin() {
        assertThatThrownBy(() -> replays.start(
                        CARLA, new ReplayOrder(new Proposal.OfVersion(1), Opponent.IN_FORCE, new Choice.Archive2016())))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_FOR_THIS_ROLE));
    }

    @Test
    void aHundredThousandRecordedRequestsAreReplayed() {
        // Given
        var first = LocalDate.of(2020, 1, 1);
        requests(first, 100_000);
        var draft = withoutCountersignatureForImmigration();
        // When
        var run = finished(replays.start(
                ADA, order(draft, new Choice.Recorded(new Period(first, LocalDate.of(2020, 12, 31))))));
        // Then
        LOG.infof(
                "replayed %d requests in %s",
                run.done(),
                Duration.between(run.startedAt().orElseThrow(), run.finishedAt().orElseThrow()));
        var all = replays.result(ADA, run.id()).orElseThrow().all();
        assertThat(all.requests()).isEqualTo(100_000);
        // Every fourth is convicted of robbery, the others of nothing that counts; and a month has its limit.
        assertThat(all.before(Verdict.REFERRED)).isEqualTo(12 * 200);
        assertThat(all.reasonsBefore()).containsEntry(RefusalReason.LIMIT_REACHED, 25_000L - 12 * 200);
        database.change("DELETE FROM tracing_request WHERE case_reference LIKE 'bulk %'");
    }

    private ReplayId asked() {
        var id = new ReplayId(UUID.randomUUID());
        var order = new ReplayOrder(new Proposal.OfVersion(1), Opponent.IN_FORCE, new Choice.Archive2016());
        runs.ask(id, order, 1, Author.of(ADA));
        return id;
    }

    private ReplayResult emptyResult() {
        var none = new RequestsForTests(List.of(), ReplayRequests.Limits.LEFT_OUT);
        return new Replay(Rulebook.practiceOf2016(), Rulebook.practiceOf2016(), none.limits()).result(none, 0);
    }

    private static ReplayOrder order(Draft draft, Choice choice) {
        return new ReplayOrder(new Proposal.OfDraft(draft.id(), draft.revision()), Opponent.IN_FORCE, choice);
    }

    private Draft withoutPostcodeForCounterFraud() {
        var begun = drafts.begin(ADA, "no postcode");
        var pointer = "/purposes/" + index(begun, "counter-fraud") + "/treatments/address.postcode";
        return drafts.replace(ADA, begun.id(), begun.revision(), pointer, new TextNode("withheld"));
    }

    private Draft withoutCountersignatureForImmigration() {
        var begun = drafts.begin(ADA, "nobody signs");
        var pointer = "/purposes/" + index(begun, "immigration-tracing") + "/countersignature";
        return drafts.replace(ADA, begun.id(), begun.revision(), pointer, new TextNode("NOT_REQUIRED"));
    }

    private static int index(Draft draft, String purpose) {
        var ids = draft.policy().document().purposes().stream()
                .map(each -> each.id().value())
                .toList();
        return ids.indexOf(purpose);
    }

    private ReplayRun finished(ReplayId id) {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (replays.run(ADA, id).state().isUnderWay()) {
            assertThat(System.nanoTime()).isLessThan(until);
            pause();
        }
        return replays.run(ADA, id);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String kept(ReplayId id) {
        return database.rows("SELECT result::text FROM policy_replay WHERE id = ?", id.value())
                .getFirst()
                .getFirst();
    }

    private static Told told(PolicyDocument document, String caseReference) {
        var agency = document.agencies().stream()
                .filter(each -> each.id().value().equals("counter-fraud"))
                .findFirst()
                .orElseThrow();
        var purpose = document.purposes().stream()
                .filter(each -> each.id().value().equals("counter-fraud"))
                .findFirst()
                .orElseThrow();
        return new Told(caseReference, agency.name(), purpose.title(), "no ground");
    }

    private static ShiftLine shift(ReplayResult result, Shift shift) {
        return result.shifts().stream()
                .filter(line -> line.shift() == shift)
                .findFirst()
                .orElseThrow();
    }

    private static void ask(String client, String purpose, String caseReference) {
        var answer = given().auth()
                .oauth2(Tokens.of(client))
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { id state } }",
                        "variables",
                        Map.of(
                                "input",
                                Map.of(
                                        "purpose",
                                        purpose,
                                        "caseReference",
                                        caseReference,
                                        "subject",
                                        Map.of("nhsNumber", "9000000009"),
                                        "sourcesExhausted",
                                        true,
                                        "justification",
                                        "every other source of information was tried"))))
                .post("/graphql");
        assertThat(answer.<String>path("data.requestTrace.state")).isEqualTo("TRACED");
    }

    /** The Home Office's, in a row from this day on, each fourth for a robbery: as rows only, none of them is in the log. */
    private void requests(LocalDate first, int count) {
        database.change("""
                INSERT INTO tracing_request (id, agency, purpose, case_reference, state, received_at, changed_at, due_by,
                  policy_version, fingerprint, asked, searched_by, working_days, stopped_days, priority, exchanges)
                SELECT gen_random_uuid(), 'home-office', 'immigration-tracing', 'bulk ' || n, 'WITHDRAWN',
                  ?::timestamptz + n * interval '5 minutes', now(), current_date, 1, 'f',
                  jsonb_build_object('sources', 'EXHAUSTED', 'justification', 'j', 'priority', 'STANDARD',
                    'countersignature', jsonb_build_object('officer', 'o', 'rank', 'inspector', 'signedOn', '2020-01-01'),
                    'ground', jsonb_build_object('type', 'SERIOUS_CRIMINALITY', 'stage', 'CONVICTED',
                      'offence', (ARRAY['robbery', 'overstaying', 'illegal-entry', 'fare-evasion'])[1 + n % 4],
                      'sentenceMonths', (ARRAY[36, 3, 3, 2])[1 + n % 4])),
                  '{familyName,givenName,birthDate}', 20, 0, 'NOT_ASKED', '[]'
                FROM generate_series(1, ?) AS n
                """, first + "T00:00:00Z", count);
    }
}
