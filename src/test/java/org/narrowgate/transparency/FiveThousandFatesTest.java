package org.narrowgate.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.upkeep.DueCases;
import org.narrowgate.casework.upkeep.UpkeepService;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.Petition.About;
import org.narrowgate.transparency.Petition.Flaw;
import org.narrowgate.transparency.Petition.Grant;

/**
 * Sixteen months of requests under the shipped policy, from every agency for every purpose, each to a fate of its own:
 * through the services, on a clock that a test moves on. Whatever happened, the register adds up to what was received.
 */
@QuarkusTest
@TestProfile(FiveThousandFatesTest.Profile.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveThousandFatesTest {
    private static final int SEED = 8_127;
    private static final int FIRST_DAY = 10;
    private static final int BURST = 30;
    private static final int BURSTS = 3;
    private static final int DAYS = 50;
    private static final int A_DAY = 98;
    private static final int REQUESTS = FIRST_DAY + BURSTS * BURST + DAYS * A_DAY;
    private static final Duration BETWEEN = Duration.ofDays(10);

    @Inject
    Chances chances;

    @Inject
    TravelledClock clock;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Caseworkers caseworkers;

    @Inject
    CaseFiles files;

    @Inject
    UpkeepService upkeep;

    @Inject
    Reckoning reckoning;

    private final List<Life> lives = new ArrayList<>();
    private final Random random = new Random(SEED);

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

    @BeforeAll
    void live() throws Exception {
        behind.holdTheCast();
        try (var agencies = Executors.newFixedThreadPool(32)) {
            receive(agencies, drawn(FIRST_DAY));
            for (int day = 0; day < DAYS; day++) {
                clock.set(noonOf(day));
                if (day % (DAYS / BURSTS) == 5) {
                    receive(agencies, burst());
                }
                receive(agencies, drawn(A_DAY));
                happen(agencies);
                upkeep.pass();
            }
        }
    }

    @Test
    @Order(1)
    void everyRequestReceivedIsInOneRowOfItsMonthAndGroupAndNothingElseIs() {
        // When
        var published = reckoning.figures();
        // Then
        assertThat(published).isEqualTo(asAgenciesAreTold());
        assertThat(published).isEqualTo(reckoning.asTheTablesSay());
        assertThat(published.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(REQUESTS);
        assertThat(behind.rows("SELECT count(*) FROM tracing_request")).containsExactly(List.of("" + REQUESTS));
        assertThat(reckoning.register().discrepancies()).isEmpty();
    }

    @Test
    @Order(1)
    void reasonsAndTimesAddUpToTheRowsTheyExplain() {
        // When
        var months = reckoning.months();
        var register = reckoning.register();
        // Then
        assertThat(months).hasSizeGreaterThan(15).allSatisfy(month -> {
            var figures = register.figures(month);
            var rejected = figures.count(Row.REJECTED, new Column.Total());
            assertThat(Arrays.stream(RefusalReason.values())
                            .mapToLong(figures::rejections)
                            .sum())
                    .isEqualTo(rejected);
            assertThat(Arrays.stream(DecisionTime.values())
                            .mapToLong(figures::decided)
                            .sum())
                    .isEqualTo(rejected
                            + figures.count(Row.APPROVED_TRACE, new Column.Total())
                            + figures.count(Row.APPROVED_NO_TRACE, new Column.Total()));
        });
        assertThat(reckoning.reasons())
                .isEqualTo(reckoning.counted("SELECT refusal_reason, count(*) FROM tracing_request"
                        + " WHERE state = 'REFUSED' GROUP BY refusal_reason"));
        assertThat(months.stream()
                        .mapToLong(month -> register.wrongPersonReports(month, new Column.Total()))
                        .sum())
                .isEqualTo(lives.stream()
                        .filter(life -> life.kinds().contains("mismatch"))
                        .count());
    }

    @Test
    @Order(1)
    void everythingThatCanHappenHappened() {
        // Without it the other tests would prove little.
        assertThat(reckoning.reasons().keySet())
                .containsExactlyInAnyOrder(
                        Arrays.stream(RefusalReason.values()).map(Enum::name).toArray(String[]::new));
        assertThat(reckoning
                        .counted("SELECT coalesce(closed_for, state), count(*) FROM tracing_request GROUP BY 1")
                        .keySet())
                .containsExactlyInAnyOrder(
                        "UNDER_REVIEW",
                        "AWAITING_SECOND",
                        "INFORMATION_REQUESTED",
                        "REFUSED",
                        "NOT_TRACED",
                        "TRACED",
                        "WITHDRAWN",
                        "DESTROYED",
                        "WRONG_PERSON",
                        "NEVER_READ");
        assertThat(reckoning
                        .counted("SELECT convert_from(circumstances, 'UTF8')::jsonb ->> 'kind', count(*)"
                                + " FROM ledger_entry GROUP BY 1")
                        .keySet())
                .containsExactlyInAnyOrder(
                        "policy-published",
                        "request",
                        "reading",
                        "review",
                        "withdrawal",
                        "information",
                        "mismatch",
                        "destruction",
                        "view",
                        "question",
                        "priority",
                        "approval",
                        "escalation",
                        "lapse",
                        "incident",
                        "erasure");
        var cells = reckoning.figures().keySet();
        assertThat(Arrays.stream(AgencyGroup.values())
                        .filter(group -> cells.stream().noneMatch(cell -> cell.contains(group.title()))))
                .containsExactly(AgencyGroup.OTHERS);
    }

    @Test
    @Order(1)
    void noAgencyGotMoreThanItsLimitOnAnyDay() {
        assertThat(behind.rows("SELECT max(count) FROM (SELECT count(*) FROM tracing_request"
                        + " WHERE agency = 'home-office' AND purpose = 'immigration-tracing'"
                        + " AND (refusal_reason IS NULL OR refusal_reason = 'NOT_IN_PUBLIC_INTEREST')"
                        + " GROUP BY received_at::date) AS day"))
                .containsExactly(List.of("20"));
    }

    @Test
    @Order(1)
    void everyRequestHasAnEntryForEachThingThatHappenedToIt() {
        // Given
        var clocks = Set.of("escalation", "lapse", "erasure");
        var written = reckoning.kindsInTheLog();
        // Then
        assertThat(written.keySet())
                .isEqualTo(lives.stream().map(life -> life.id().toString()).collect(Collectors.toSet()));
        assertThat(lives)
                .allSatisfy(life -> assertThat(written.get(life.id().toString()))
                        .filteredOn(kind -> !clocks.contains(kind))
                        .isEqualTo(life.kinds()));
        assertThat(written.values())
                .allSatisfy(kinds ->
                        assertThat(kinds.stream().filter(clocks::contains)).doesNotHaveDuplicates());
        assertThat(timesWritten(written))
                .isEqualTo(reckoning.counted("SELECT 'escalation', count(escalated_at) FROM tracing_request UNION ALL"
                        + " SELECT 'lapse', count(*) FROM tracing_request WHERE closed_for = 'NEVER_READ' UNION ALL"
                        + " SELECT 'erasure', count(erased_at) FROM tracing_request"));
    }

    @Test
    @Order(1)
    void whatTheClockHadToDoIsDone() {
        // Nothing that is past its day was left out, whether or not its step failed.
        assertThat(behind.rows(
                        "SELECT count(*) FILTER (WHERE erase_on <= ?::date AND erased_at IS NULL),"
                                + " count(*) FILTER (WHERE state = 'TRACED' AND disclosed_at IS NULL"
                                + " AND readable_until < ?::timestamptz), count(*) FILTER"
                                + " (WHERE state IN ('UNDER_REVIEW', 'AWAITING_SECOND') AND due_by < ?::date"
                                + " AND escalated_at IS NULL) FROM tracing_request",
                        clock.instant().toString(),
                        clock.instant().toString(),
                        clock.instant().toString()))
                .containsExactly(List.of("0", "0", "0"));
    }

    @Test
    @Order(2)
    void aCaseApprovedAndAnotherRefusedMoveByOneInTheRightCells() {
        // Given
        clock.set(clock.instant().plus(1, ChronoUnit.DAYS));
        var month = YearMonth.from(reckoning.today());
        var before = reckoning.figures();
        var refusedBefore = reckoning.reasons();
        var timesBefore = reckoning.register().figures(month).decided(DecisionTime.SAME_DAY);
        // When
        var approved = convicted();
        var refused = convicted();
        var waiting = reckoning.figures();
        caseworkers.approve(approved.id().toString());
        caseworkers.refuse(refused.id().toString(), "The sentence is spent.");
        // Then
        var rejected = Reckoning.cell(month, AgencyGroup.HOME_OFFICE, "rejected");
        var traced = Reckoning.cell(month, AgencyGroup.HOME_OFFICE, "approved-trace");
        var open = Reckoning.cell(month, AgencyGroup.HOME_OFFICE, "under-review");
        assertThat(waiting).isEqualTo(with(before, Map.of(open, 2L)));
        assertThat(reckoning.figures()).isEqualTo(with(before, Map.of(rejected, 1L, traced, 1L)));
        assertThat(reckoning.reasons()).isEqualTo(with(refusedBefore, Map.of("NOT_IN_PUBLIC_INTEREST", 1L)));
        assertThat(reckoning.register().figures(month).decided(DecisionTime.SAME_DAY))
                .isEqualTo(timesBefore + 2);
    }

    @Test
    @Order(3)
    void erasingAllThatIsOverChangesNoFigure() {
        // Given
        upkeep.pass(); // what the day before brought to its end is over from now on
        var before = reckoning.figures();
        var reasonsBefore = reckoning.reasons();
        // When
        behind.change("UPDATE tracing_request SET erase_on = ?::date WHERE erase_on IS NOT NULL", "2018-06-01");
        // A pass takes some hundreds of them.
        for (int pass = 0; pass < REQUESTS / DueCases.MOST + 1; pass++) {
            upkeep.pass();
        }
        // Then
        assertThat(leftToErase()).isZero();
        assertThat(behind.rows("SELECT convert_from(l.circumstances, 'UTF8') FROM tracing_request r"
                        + " JOIN tracing_request_entry e ON e.request = r.id JOIN ledger_particulars p"
                        + " ON p.index = e.entry_index JOIN ledger_entry l ON l.index = e.entry_index"
                        + " WHERE r.erased_at IS NOT NULL"
                        + " AND convert_from(l.circumstances, 'UTF8')::jsonb ->> 'kind' <> 'erasure'"))
                .isEmpty();
        assertThat(reckoning.figures()).isEqualTo(before).isEqualTo(reckoning.asTheTablesSay());
        assertThat(reckoning.reasons()).isEqualTo(reasonsBefore);
        assertThat(reckoning.register().discrepancies()).isEmpty();
    }

    private Life convicted() {
        return chances.begin(
                Petition.of(Grant.IMMIGRATION, Flaw.NONE, About.HELD, Priority.STANDARD, new Selection.NoPerson()),
                new Random(SEED));
    }

    private List<Petition> drawn(int many) {
        return IntStream.range(0, many).mapToObj(i -> Petition.drawn(random)).toList();
    }

    private List<Petition> burst() {
        return Collections.nCopies(
                BURST,
                Petition.of(Grant.IMMIGRATION, Flaw.NONE, About.HELD, Priority.STANDARD, new Selection.NoPerson()));
    }

    private void receive(ExecutorService agencies, List<Petition> petitions) throws Exception {
        var asked = petitions.stream()
                .map(petition -> {
                    var chance = new Random(random.nextLong());
                    return (Callable<Life>) () -> chances.begin(petition, chance);
                })
                .toList();
        for (var life : agencies.invokeAll(asked)) {
            lives.add(life.get());
        }
    }

    private void happen(ExecutorService agencies) throws Exception {
        var days = lives.stream()
                .filter(Life::goesOn)
                .map(life -> Executors.callable(() -> chances.take(life)))
                .toList();
        for (var day : agencies.invokeAll(days)) {
            day.get();
        }
    }

    /** The last of the days is yesterday: the database's own clock allows nothing to be erased before its day. */
    private static Instant noonOf(int day) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(12, ChronoUnit.HOURS)
                .minus(2, ChronoUnit.DAYS)
                .minus(BETWEEN.multipliedBy(DAYS - 1L - day));
    }

    private Map<String, Long> asAgenciesAreTold() {
        return lives.stream()
                .collect(Collectors.groupingBy(
                        life -> Reckoning.cell(life.month(), life.group(), rowOf(life)),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private String rowOf(Life life) {
        return switch (files.find(life.id()).orElseThrow().state()) {
            case CaseState.Open open -> "under-review";
            case CaseState.Refused refused -> "rejected";
            case CaseState.NotTraced notTraced -> "approved-no-trace";
            case CaseState.Traced traced -> "approved-trace";
            case CaseState.Closed closed -> "approved-trace";
            case CaseState.Withdrawn() -> "withdrawn";
        };
    }

    private static Map<String, Long> with(Map<String, Long> before, Map<String, Long> changes) {
        var after = new TreeMap<>(before);
        changes.forEach((cell, change) -> after.merge(cell, change, Long::sum));
        return after;
    }

    private static Map<String, Long> timesWritten(Map<String, List<String>> written) {
        var times = written.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        times.keySet().retainAll(new TreeSet<>(Set.of("escalation", "lapse", "erasure")));
        return times;
    }

    private long leftToErase() {
        return reckoning
                .counted(
                        "SELECT 'left', count(*) FROM tracing_request WHERE erase_on IS NOT NULL AND erased_at IS NULL")
                .getOrDefault("left", 0L);
    }
}
