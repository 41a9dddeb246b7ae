package org.narrowgate.upgrade;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.casework.review.Caseworkers.CARLA;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.review.IncidentService;
import org.narrowgate.casework.review.ReviewService;
import org.narrowgate.casework.review.Ruling;
import org.narrowgate.casework.upkeep.UpkeepService;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.Row;
import org.narrowgate.transparency.StatisticsService;

/** What version 0.1 left, opened and carried on by this one a day later. */
@QuarkusTest
@TestProfile(UpgradeTest.Profile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {
    private static final Selection SOME = new Selection.OfPerson(Set.of(Field.DECEASED, Field.GENDER));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    CaseFiles files;

    @Inject
    TracingRequests requests;

    @Inject
    ReviewService review;

    @Inject
    Caseworkers caseworkers;

    @Inject
    IncidentService incidents;

    @Inject
    UpkeepService upkeep;

    @Inject
    StatisticsService statistics;

    @Inject
    TravelledClock clock;

    /** The old database, and a clock that stands on the day after. */
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
            return List.of(new TestResourceEntry(VersionBefore.class));
        }
    }

    @BeforeEach
    void setTheClock() {
        clock.set(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    @Order(1)
    void everyCaseFileIsReadBackAsWhatHappenedToIt() {
        assertThat(all(this::words))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("waits", "UnderReview, 5 days, due 2026-11-27, NOT_ASKED"),
                        Map.entry("waits-refused", "UnderReview, 5 days, due 2026-11-27, NOT_ASKED"),
                        Map.entry("waits-withdrawn", "UnderReview, 5 days, due 2026-11-27, NOT_ASKED"),
                        Map.entry("waits-exceptional", "UnderReview, 5 days, due 2026-11-27, AWAITED"),
                        Map.entry("refused-at-the-door", "Refused for SOURCES_NOT_EXHAUSTED, erased on 2027-11-22"),
                        Map.entry("refused-in-review", "Refused for NOT_IN_PUBLIC_INTEREST, erased on 2027-11-22"),
                        Map.entry("not-traced", "NotTraced, erased on 2027-11-22"),
                        Map.entry("not-traced-in-review", "NotTraced, erased on 2027-11-22"),
                        Map.entry("traced-at-once", "Traced, read 0 times again, to destroy by 2027-02-20"),
                        Map.entry("traced-unseen", "Traced, read 0 times again, nothing to destroy"),
                        Map.entry("approved-unread", "Traced, read 0 times again, nothing to destroy"),
                        Map.entry("approved-read", "Traced, read 1 times again, to destroy by 2027-02-20"),
                        Map.entry("read-again", "Traced, read 2 times again, to destroy by 2027-02-20"),
                        Map.entry("wrong-person", "Closed for WRONG_PERSON, to destroy by 2027-02-20, incident"),
                        Map.entry(
                                "wrong-person-unread",
                                "Closed for WRONG_PERSON, nothing to destroy, erased on 2027-11-22, incident"),
                        Map.entry(
                                "wrong-person-destroyed",
                                "Closed for WRONG_PERSON, destroyed on 2026-11-22, erased on 2027-11-22, incident"),
                        Map.entry("destroyed", "Closed for DESTROYED, destroyed on 2026-11-22, erased on 2027-11-22"),
                        Map.entry(
                                "destroyed-unread",
                                "Closed for DESTROYED, destroyed on 2026-11-22, erased on 2027-11-22"),
                        Map.entry("withdrawn", "Withdrawn, erased on 2027-11-22")));
    }

    @Test
    @Order(1)
    void everyEntryOfARequestIsItsOwn() {
        assertThat(behind.rows("SELECT request::text, entry_index FROM tracing_request_entry ORDER BY entry_index"))
                .hasSizeGreaterThan(19)
                .isEqualTo(behind.rows("SELECT convert_from(circumstances, 'UTF8')::jsonb ->> 'request', index"
                        + " FROM ledger_entry WHERE convert_from(circumstances, 'UTF8')::jsonb ->> 'request'"
                        + " IS NOT NULL ORDER BY index"));
    }

    @Test
    @Order(1)
    void aReportOfTheWrongPersonIsAnIncidentWithTheAgencysWordsAndItsTime() {
        assertThat(all(file -> file.incident()
                                .map(incident -> incident.reason() + " due "
                                        + incident.reportedAt().until(incident.dueBy()))
                                .orElse(""))
                        .get("wrong-person"))
                .isEqualTo("Another person altogether. due PT72H");
        assertThat(incidents.incidents(CARLA))
                .extracting(incident -> incident.caseReference())
                .containsExactlyInAnyOrder("wrong-person", "wrong-person-unread", "wrong-person-destroyed");
    }

    @Test
    @Order(1)
    void theRegisterAddsUpFromAnOldLog() {
        // When
        var register = statistics.live();
        var figures = register.figures(register.firstMonth().orElseThrow());
        // Then
        assertThat(register.discrepancies()).isEmpty();
        assertThat(Map.of(
                        "received", figures.received(new Column.Total()),
                        "police", figures.received(new Column.Group(AgencyGroup.POLICE)),
                        "open", figures.count(Row.UNDER_REVIEW, new Column.Total()),
                        "rejected", figures.count(Row.REJECTED, new Column.Total()),
                        "traced", figures.count(Row.APPROVED_TRACE, new Column.Total()),
                        "not traced", figures.count(Row.APPROVED_NO_TRACE, new Column.Total()),
                        "withdrawn", figures.count(Row.WITHDRAWN, new Column.Total())))
                .isEqualTo(Map.of(
                        "received", 19L,
                        "police", 15L,
                        "open", 4L,
                        "rejected", 2L,
                        "traced", 10L,
                        "not traced", 2L,
                        "withdrawn", 1L));
    }

    @Test
    @Order(2)
    void aQuestionAnsweredOnItsDayLeavesTheDeadlineWhereItWas() {
        // Given
        var id = id("waits");
        // When
        caseworkers.ask(id.toString(), "When was she last seen, and where?");
        requests.provideInformation(asker(id), id, "On Monday, at school.");
        // Then
        assertThat(words("waits")).isEqualTo("UnderReview, 5 days, due 2026-11-27, NOT_ASKED");
    }

    @Test
    @Order(2)
    void whatWaitsIsDecidedOrWithdrawn() {
        // When
        caseworkers.refuse(id("waits-refused").toString(), "Too little is said to weigh it.");
        requests.withdraw(asker(id("waits-withdrawn")), id("waits-withdrawn"), "Found in the meantime.");
        var first = caseworkers.approve(id("waits-exceptional").toString());
        var second = review.confirm(
                Caseworkers.COLIN,
                id("waits-exceptional"),
                file("waits-exceptional").changedAt(),
                "The welfare of a child outweighs confidence here.");
        // Then
        assertThat(List.of(first, second)).containsExactly(Ruling.AWAITS_SECOND, Ruling.APPROVED);
        assertThat(words("waits-refused")).startsWith("Refused for NOT_IN_PUBLIC_INTEREST, erased on");
        assertThat(words("waits-withdrawn")).startsWith("Withdrawn, erased on");
        assertThat(words("waits-exceptional")).isEqualTo("Traced, read 0 times again, nothing to destroy");
    }

    @Test
    @Order(2)
    void whatIsTracedIsReadReportedAndDestroyed() {
        // When
        var unseen = read("traced-unseen");
        var again = read("read-again");
        requests.reportMismatch(asker(id("traced-at-once")), id("traced-at-once"), "Another person altogether.");
        requests.attestDestruction(asker(id("approved-read")), id("approved-read"), TODAY, "shredded");
        requests.attestDestruction(asker(id("wrong-person")), id("wrong-person"), TODAY, "shredded");
        incidents.close(
                CARLA,
                id("wrong-person"),
                file("wrong-person").changedAt(),
                Notification.NOT_REQUIRED,
                "The agency destroyed what it was given.");
        // Then
        assertThat(List.of(unseen, again)).hasOnlyElementsOfType(Outcome.Traced.class);
        assertThat(words("traced-unseen")).isEqualTo("Traced, read 1 times again, to destroy by 2027-02-20");
        assertThat(words("read-again")).isEqualTo("Traced, read 3 times again, to destroy by 2027-02-20");
        assertThat(words("traced-at-once")).isEqualTo("Closed for WRONG_PERSON, to destroy by 2027-02-20, incident");
        assertThat(words("approved-read")).startsWith("Closed for DESTROYED, destroyed on 2026-11-23, erased on");
        assertThat(words("wrong-person"))
                .startsWith("Closed for WRONG_PERSON, destroyed on 2026-11-23, erased on")
                .endsWith("incident closed");
    }

    @Test
    @Order(2)
    void whatIsOverTellsItsAgencyWhatItTold() {
        assertThat(read("refused-in-review"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().name()).isEqualTo("NOT_IN_PUBLIC_INTEREST"));
        assertThat(read("not-traced")).isInstanceOf(Outcome.NotTraced.class);
    }

    @Test
    @Order(3)
    void whatNobodyReadIsNotHeldAgainstItsAgency() {
        // Given
        clock.set(Instant.parse("2026-12-20T09:00:00Z"));
        // When
        upkeep.pass();
        // Then
        assertThat(words("approved-unread")).startsWith("Closed for NEVER_READ, nothing to destroy, erased on");
    }

    @Test
    @Order(4)
    void whatIsOverIsErasedOnItsDayWithEveryEntrysParticulars() {
        // Given
        var over = List.of("refused-at-the-door", "refused-in-review", "not-traced", "withdrawn", "destroyed");
        var ids = over.stream().map(this::id).toList();
        ids.forEach(id ->
                behind.change("UPDATE tracing_request SET erase_on = '2026-11-22' WHERE id = ?::uuid", id.toString()));
        // When
        upkeep.pass();
        // Then
        assertThat(ids).allSatisfy(id -> {
            assertThat(files.find(id).orElseThrow().caseReference()).isEqualTo(CaseFile.ERASED);
            assertThat(behind.rows(
                            "SELECT count(*) FROM ledger_particulars JOIN tracing_request_entry ON index = entry_index"
                                    + " WHERE request = ?::uuid",
                            id.toString()))
                    .containsExactly(List.of("1")); // of the entry that says it was erased
        });
    }

    private Outcome read(String reference) {
        return requests.read(asker(id(reference)), id(reference), SOME)
                .orElseThrow()
                .outcome()
                .orElseThrow();
    }

    private Asker asker(TracingRequestId id) {
        var file = files.find(id).orElseThrow();
        return new Asker(file.agency(), Set.<PurposeId>of(file.purpose()));
    }

    private CaseFile file(String reference) {
        return files.find(id(reference)).orElseThrow();
    }

    private TracingRequestId id(String reference) {
        return Caseworkers.id(behind.rows("SELECT id FROM tracing_request WHERE case_reference = ?", reference)
                .getFirst()
                .getFirst());
    }

    private Map<String, String> all(Function<CaseFile, String> words) {
        var all = new TreeMap<String, String>();
        for (var row : behind.rows("SELECT id FROM tracing_request")) {
            var file = files.find(Caseworkers.id(row.getFirst())).orElseThrow();
            all.put(file.caseReference(), words.apply(file));
        }
        return all;
    }

    private String words(String reference) {
        return words(file(reference));
    }

    private String words(CaseFile file) {
        var erased = file.handling().eraseOn().map(day -> ", erased on " + day).orElse("");
        var incident = file.incident()
                .map(known -> known.closing().isPresent() ? ", incident closed" : ", incident")
                .orElse("");
        return state(file) + erased + incident;
    }

    private static String state(CaseFile file) {
        return switch (file.state()) {
            case CaseState.Open open ->
                List.of(
                                open.getClass().getSimpleName(),
                                file.handling().deadline().workingDays() + " days",
                                "due " + file.handling().dueBy(),
                                file.handling().priority().name())
                        .stream()
                        .collect(joining(", "));
            case CaseState.Refused(var outcome) -> "Refused for " + outcome.reason();
            case CaseState.NotTraced notTraced -> "NotTraced";
            case CaseState.Withdrawn() -> "Withdrawn";
            case CaseState.Traced traced ->
                "Traced, read " + traced.tracing().readings() + " times again, " + toDestroy(traced);
            case CaseState.Closed closed ->
                "Closed for " + closed.cause() + ", "
                        + closed.destruction()
                                .map(how -> "destroyed on " + how.on())
                                .orElseGet(() -> toDestroy(closed));
        };
    }

    private static String toDestroy(CaseState.Disclosing disclosing) {
        return disclosing.toDestroyBy().map(day -> "to destroy by " + day).orElse("nothing to destroy");
    }
}
