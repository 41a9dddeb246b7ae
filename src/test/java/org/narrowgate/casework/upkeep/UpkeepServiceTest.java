package org.narrowgate.casework.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.casework.review.Caseworkers.CARLA;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.casework.erasure.ErasureService;
import org.narrowgate.casework.review.CaseViewService;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.review.Queue;
import org.narrowgate.casework.review.QueueFilter;
import org.narrowgate.casework.review.QueueService;
import org.narrowgate.casework.review.Reminders;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.Erasures;
import org.narrowgate.ledger.YearlyErased;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class UpkeepServiceTest {
    private static final Asker POLICE =
            new Asker(new AgencyId("police-north"), Set.of(new PurposeId("missing-vulnerable-person")));
    private static final Selection GENDER = new Selection.OfPerson(Set.of(Field.GENDER));

    @Inject
    UpkeepService upkeep;

    @Inject
    TracingRequests requests;

    @Inject
    Caseworkers caseworkers;

    @Inject
    QueueService queue;

    @Inject
    CaseViewService views;

    @Inject
    OneReplica replicas;

    @Inject
    Recorder recorder;

    @Inject
    CaseFiles files;

    @Inject
    DueCases due;

    @Inject
    Reminders reminders;

    @Inject
    ErasureService erasures;

    @Inject
    Erasures alone;

    @Inject
    Instance<YearlyErased> yearly;

    @Inject
    WorkingDays calendar;

    @Inject
    MeterRegistry meters;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    DataSource application;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void whatIsPastItsDayIsEscalatedOnceHoweverManyLookAtIt() throws Exception {
        // Given
        var id = asked();
        behind.change("UPDATE tracing_request SET due_by = current_date - 5 WHERE id = ?::uuid", id);
        var entries = behind.entries();
        // When
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var passes = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 8; i++) {
                passes.add(Executors.callable(upkeep::pass));
            }
            for (var pass : replicas.invokeAll(passes)) {
                pass.get();
            }
        }
        upkeep.pass();
        // Then
        assertThat(behind.circumstancesFrom(entries))
                .filteredOn(entry -> entry.path("request").asText().equals(id))
                .extracting(entry ->
                        entry.get("kind").asText() + ": " + entry.get("outcome").asText())
                .containsExactly("escalation: under-review");
        assertThat(read(id).state()).isEqualTo(TracingRequestState.UNDER_REVIEW);
        assertThat(queue.queue(CARLA, of(QueueFilter.Which.OVERDUE)).lines())
                .extracting(line -> line.id().toString())
                .contains(id);
    }

    @Test
    void aClockThatStandsStillDoesNotRunOut() {
        // Given
        var id = asked();
        caseworkers.ask(id, "When was she last seen, and where?");
        behind.change("UPDATE tracing_request SET due_by = current_date - 5 WHERE id = ?::uuid", id);
        // When
        upkeep.pass();
        // Then
        assertThat(column("escalated_at", id)).isEqualTo("null");
    }

    @Test
    void staffAreRemindedOfTheLatestAgeAndOnce() {
        // Given
        var id = asked();
        behind.change(
                "UPDATE tracing_request SET received_at = received_at - interval '60 days' WHERE id = ?::uuid", id);
        // When
        upkeep.pass();
        upkeep.pass();
        // Then
        assertThat(behind.rows("SELECT count(*) FROM case_reminder WHERE request = ?::uuid", id))
                .containsExactly(List.of("1"));
        assertThat(queue.queue(CARLA, QueueFilter.EVERYTHING).reminders())
                .extracting(Queue.Reminder::id)
                .contains(Caseworkers.id(id));
    }

    @Test
    void whatNobodyCameToReadIsClosedWithNothingToDestroy() {
        // Given
        var id = asked();
        caseworkers.approve(id);
        behind.change(
                "UPDATE tracing_request SET readable_until = now() - interval '1 day', destroy_by = current_date - 1"
                        + " WHERE id = ?::uuid",
                id);
        // When
        upkeep.pass();
        var next = asked();
        // Then
        assertThat(read(id).state()).isEqualTo(TracingRequestState.CLOSED);
        assertThat(read(next).state()).isEqualTo(TracingRequestState.UNDER_REVIEW);
    }

    @Test
    void whatIsOverIsErasedOnItsDayAndTheProofStays() {
        // Given
        var id = asked();
        caseworkers.approve(id);
        requests.read(POLICE, Caseworkers.id(id), GENDER);
        requests.reportMismatch(POLICE, Caseworkers.id(id), "Another person altogether.");
        requests.attestDestruction(POLICE, Caseworkers.id(id), LocalDate.now(ZoneId.of("Europe/London")), "shredded");
        behind.change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE id = ?::uuid", id);
        var entries = behind.rows("SELECT entry_index FROM tracing_request_entry WHERE request = ?::uuid", id);
        var leaves = leaves(id);
        // When
        upkeep.pass();
        upkeep.pass();
        // Then
        assertThat(behind.rows(
                        "SELECT case_reference, subject, person, exchanges, first_approval, fingerprint, searched_by,"
                                + " asked ->> 'justification', asked -> 'ground', incident ->> 'reason', destruction_method, state"
                                + " FROM tracing_request WHERE id = ?::uuid",
                        id))
                .containsExactly(List.of(
                        "erased", "null", "null", "[]", "null", "erased", "{}", "erased", "null", "erased", "erased",
                        "CLOSED"));
        assertThat(entries).hasSize(5);
        assertThat(behind.rows(
                        "SELECT count(*) FROM ledger_particulars WHERE index IN"
                                + " (SELECT entry_index FROM tracing_request_entry WHERE request = ?::uuid)",
                        id))
                .containsExactly(List.of("1")); // of the entry that says it was erased
        assertThat(leaves(id)).containsAll(leaves).hasSize(leaves.size() + 1);
        assertThat(requests.read(POLICE, Caseworkers.id(id), GENDER)
                        .orElseThrow()
                        .request())
                .extracting(TracingRequest::state, TracingRequest::caseReference)
                .containsExactly(TracingRequestState.CLOSED, "erased");
    }

    @Test
    void whatIsErasedIsNotOneCaseWithAllElseThatIs() {
        // Given
        var one = erased();
        var other = erased();
        // When
        var view = views.open(CARLA, Caseworkers.id(one));
        // Then
        assertThat(column("case_reference", other)).isEqualTo(view.caseReference());
        assertThat(view.sameCase()).isEmpty();
    }

    @Test
    void aRequestIsNotSaidToBeErasedWhileTheLogStillHoldsWhatWasSaid() {
        // Given
        var id = asked();
        caseworkers.refuse(id, "Too little is said to weigh it.");
        behind.change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE id = ?::uuid", id);
        // When
        new UpkeepService(
                        replicas,
                        recorder,
                        files,
                        new NothingErased(id),
                        reminders,
                        erasures,
                        alone,
                        yearly,
                        calendar,
                        meters)
                .pass();
        // Then
        assertThat(column("erased_at", id)).isEqualTo("null");
    }

    @Test
    void mayBeErasedFromItsDayOn() {
        // Given
        var id = asked();
        var open = due.mayBeErased(Caseworkers.id(id));
        caseworkers.refuse(id, "Too little is said to weigh it.");
        // When
        var early = due.mayBeErased(Caseworkers.id(id));
        behind.change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE id = ?::uuid", id);
        var inTime = due.mayBeErased(Caseworkers.id(id));
        // Then
        assertThat(List.of(open, early, inTime)).isEqualTo(List.of(false, false, true));
    }

    @Test
    void theEntryThatSaysSoNamesTheRequestAndTheReason() {
        // When
        var id = erased();
        // Then
        var said = behind.rows(
                "SELECT convert_from(circumstances, 'UTF8')::jsonb ->> 'request', convert_from(circumstances, 'UTF8')::jsonb"
                        + " ->> 'reason' FROM ledger_entry WHERE convert_from(circumstances, 'UTF8')::jsonb ->> 'kind' ="
                        + " 'erasure' AND convert_from(circumstances, 'UTF8')::jsonb ->> 'request' = ?",
                id);
        assertThat(said).containsExactly(List.of(id, "retention"));
    }

    @Test
    void whatCannotBeSaidIsNotErased() {
        // Given
        var id = asked();
        caseworkers.refuse(id, "Too little is said to weigh it.");
        behind.change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE id = ?::uuid", id);
        // The log takes no entry any more.
        behind.change(
                "ALTER TABLE ledger_entry ADD CONSTRAINT no_more CHECK (index < " + behind.entries() + ") NOT VALID");
        // When
        upkeep.pass();
        behind.change("ALTER TABLE ledger_entry DROP CONSTRAINT no_more");
        // Then
        assertThat(column("erased_at", id)).isEqualTo("null");
        assertThat(particularsOf(id)).isEqualTo(2);
    }

    @Test
    void howeverManyStandStillTheNextOneIsEscalated() {
        // Given
        var still = asked();
        caseworkers.ask(still, "When was she last seen, and where?");
        behind.change("UPDATE tracing_request SET due_by = current_date - 9 WHERE id = ?::uuid", still);
        behind.change(
                "INSERT INTO tracing_request SELECT (jsonb_populate_record(r, jsonb_build_object('id',"
                        + " gen_random_uuid(), 'case_reference', 'one of many'))).* FROM tracing_request r,"
                        + " generate_series(1, " + DueCases.MOST + ") WHERE r.id = ?::uuid",
                still);
        var id = asked();
        behind.change("UPDATE tracing_request SET due_by = current_date - 5 WHERE id = ?::uuid", id);
        // When
        upkeep.pass();
        behind.change("DELETE FROM tracing_request WHERE case_reference = 'one of many'");
        // Then
        assertThat(column("escalated_at", id)).isNotEqualTo("null");
    }

    @Test
    void theApplicationErasesNothingBeforeItsDayAndNothingByItself() throws SQLException {
        // Given
        var id = asked();
        caseworkers.refuse(id, "Too little is said to weigh it.");
        // When, then
        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT erase_particulars(" + (behind.entries() - 1) + ")")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
            assertThatThrownBy(() -> statement.execute("DELETE FROM ledger_particulars"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    /** One request is to be erased, and the database finds that its day has not come. */
    private final class NothingErased implements DueCases {
        private final String id;

        NothingErased(String id) {
            this.id = id;
        }

        @Override
        public List<CaseFile> overdue(LocalDate today, Optional<TracingRequestId> after) {
            return List.of();
        }

        @Override
        public List<CaseFile> open(Optional<TracingRequestId> after) {
            return List.of();
        }

        @Override
        public List<CaseFile> neverRead(Instant now) {
            return List.of();
        }

        @Override
        public List<CaseFile> toErase(LocalDate today) {
            return files.find(Caseworkers.id(id)).stream().toList();
        }

        @Override
        public boolean mayBeErased(TracingRequestId erased) {
            return false;
        }
    }

    private long particularsOf(String id) {
        return Long.parseLong(behind.rows(
                        "SELECT count(*) FROM ledger_particulars JOIN tracing_request_entry ON entry_index = index"
                                + " WHERE request = ?::uuid",
                        id)
                .getFirst()
                .getFirst());
    }

    private String erased() {
        var id = asked();
        caseworkers.refuse(id, "Too little is said to weigh it.");
        behind.change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE id = ?::uuid", id);
        upkeep.pass();
        return id;
    }

    private static QueueFilter of(QueueFilter.Which which) {
        return new QueueFilter(Optional.of(POLICE.agency()), Optional.empty(), Optional.empty(), which, 1);
    }

    private List<List<String>> leaves(String id) {
        return behind.rows(
                "SELECT e.index, encode(sha256('\\x00'::bytea || sha256(sha256(e.circumstances_salt || e.circumstances)"
                        + " || e.particulars_hash)), 'hex') = encode(e.leaf_hash, 'hex') FROM ledger_entry e"
                        + " JOIN tracing_request_entry r ON r.entry_index = e.index WHERE r.request = ?::uuid",
                id);
    }

    private String column(String column, String id) {
        return behind.rows("SELECT " + column + " FROM tracing_request WHERE id = ?::uuid", id)
                .getFirst()
                .getFirst();
    }

    private TracingRequest read(String id) {
        return requests.read(POLICE, Caseworkers.id(id), new Selection.NoPerson())
                .orElseThrow()
                .request();
    }

    private String asked() {
        var request = Caseworkers.aboutAMissingChild("9000000009", Priority.STANDARD);
        return requests.request(POLICE, request, new Selection.NoPerson(), null)
                .request()
                .id()
                .toString();
    }
}
