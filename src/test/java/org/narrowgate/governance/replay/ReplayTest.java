package org.narrowgate.governance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.governance.replay.ReplayRequests.Limits;
import org.narrowgate.governance.replay.ReplayResult.Crossing;
import org.narrowgate.governance.replay.ReplayResult.Example;
import org.narrowgate.governance.replay.ReplayResult.Given;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.governance.replay.ReplayResult.Ruled;
import org.narrowgate.governance.replay.ReplayResult.ShiftLine;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.governance.replay.ReplayedRequest.Reference;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;

class ReplayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PurposeId COUNTER_FRAUD = new PurposeId("counter-fraud");
    private static final Policy SHIPPED = Policy.shipped();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyCountAddsUpToTheRequests(long seed) {
        // Given
        var requests = RequestsForTests.of(SHIPPED.document(), seed, 5_000);
        // When
        var result = replayed(SHIPPED, edited("\"thresholdMonths\":12", "\"thresholdMonths\":24"), requests);
        // Then
        assertThat(result.all().requests()).isEqualTo(5_000);
        for (var breakdown : result.breakdowns()) {
            assertThat(sum(breakdown.lines())).as(breakdown.dimension().name()).isEqualTo(crossings(result.all()));
            assertThat(breakdown.lines()).extracting(Line::key).doesNotHaveDuplicates();
        }
        assertThat(result.breakdowns().stream().flatMap(breakdown -> breakdown.lines().stream()))
                .allSatisfy(ReplayTest::refusalsHaveReasons);
        refusalsHaveReasons(result.all());
        assertThat(result.fields()).hasSize(Field.values().length).allSatisfy(field -> {
            assertThat(total(field.before())).isEqualTo(5_000);
            assertThat(total(field.after())).isEqualTo(5_000);
            assertThat(field.before().nothing()).isEqualTo(result.all().before(Verdict.REFUSED));
            assertThat(field.after().nothing()).isEqualTo(result.all().after(Verdict.REFUSED));
        });
        assertThat(result.shifts()).extracting(ShiftLine::shift).containsExactly(Shift.values());
        assertThat(result.shifts().stream().mapToLong(ShiftLine::count).sum()).isEqualTo(5_000);
        assertThat(result.shifts())
                .filteredOn(line -> line.shift() != Shift.NONE)
                .allSatisfy(line ->
                        assertThat(line.examples()).hasSize((int) Math.min(ReplayResult.EXAMPLES, line.count())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aPolicyDiffersInNothingFromItself(long seed) {
        // Given
        var requests = RequestsForTests.of(SHIPPED.document(), seed, 3_000);
        // When
        var result = replayed(SHIPPED, SHIPPED, requests);
        // Then
        assertThat(result.shifts())
                .filteredOn(line -> line.count() > 0)
                .containsExactly(new ShiftLine(Shift.NONE, 3_000, List.of()));
        assertThat(result.all().reasonsAfter()).isEqualTo(result.all().reasonsBefore());
        assertThat(result.fields())
                .allSatisfy(field -> assertThat(field.after()).isEqualTo(field.before()));
    }

    @Test
    void aWithheldFieldIsADifferenceThatNamesTheField() {
        // Given
        var draft = edited("\"address.postcode\":\"generalised to district\"", "\"address.postcode\":\"withheld\"");
        // When
        var result = replayed(SHIPPED, draft, requests(counterFraud(TODAY)));
        // Then
        assertThat(shift(result, Shift.TREATED_OTHERWISE))
                .isEqualTo(new ShiftLine(
                        Shift.TREATED_OTHERWISE,
                        1,
                        List.of(new Example(
                                Optional.empty(),
                                Optional.of(new Told("case 1", agencyName(), title(COUNTER_FRAUD), "no ground")),
                                permitted(),
                                permitted(),
                                List.of("address.postcode: generalised to district, then withheld")))));
        assertThat(result.fields())
                .filteredOn(field -> field.path().equals("address.postcode"))
                .containsExactly(
                        new ReplayResult.FieldLine("address.postcode", new Given(0, 1, 0, 0), new Given(0, 0, 1, 0)));
    }

    @Test
    void aRefusalSaysWhichClauseItIsFor() {
        // Given
        var draft = Policy.read(SHIPPED.canonicalJson()
                .replaceAll(
                        "\"searchArguments\":\\[\"\\w+\",\"\\w+\"]",
                        "\"searchArguments\":[\"familyName\",\"givenName\",\"birthDate\"]"));
        // When
        var result = replayed(SHIPPED, draft, requests(counterFraud(TODAY)));
        // Then
        var example = shift(result, Shift.PERMITTED_THEN_REFUSED).examples().getFirst();
        assertThat(example.before()).isEqualTo(permitted());
        assertThat(example.after().reason()).contains(RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED);
        assertThat(example.after().clause()).isNotEmpty();
        assertThat(result.all().reasonsAfter()).isEqualTo(Map.of(RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED, 1L));
    }

    @Test
    void limitsAreCountedByDayAndByMonthForEachPolicyApart() {
        // Given
        var twoADay = limited(OptionalInt.of(2), OptionalInt.empty());
        var threeAMonth = limited(OptionalInt.empty(), OptionalInt.of(3));
        var january = LocalDate.of(2026, 1, 30);
        var february = LocalDate.of(2026, 2, 1);
        var requests = requests(
                counterFraud(january),
                counterFraud(january),
                counterFraud(january),
                counterFraud(january.plusDays(1)),
                counterFraud(january.plusDays(1)),
                counterFraud(february),
                counterFraud(february));
        // When
        var result = replayed(twoADay, threeAMonth, requests);
        // Then
        assertThat(result.all().reasonsBefore()).isEqualTo(Map.of(RefusalReason.LIMIT_REACHED, 1L));
        assertThat(result.all().reasonsAfter()).isEqualTo(Map.of(RefusalReason.LIMIT_REACHED, 2L));
        assertThat(result.all().crossings())
                .containsExactlyInAnyOrder(
                        new Crossing(Verdict.REFUSED, Verdict.PERMITTED, 1),
                        new Crossing(Verdict.PERMITTED, Verdict.REFUSED, 2),
                        new Crossing(Verdict.PERMITTED, Verdict.PERMITTED, 4));
    }

    @Test
    void limitsAreLeftOutWhereNoDayIsKnown() {
        // Given
        var oneADay = limited(OptionalInt.of(1), OptionalInt.empty());
        var requests = new RequestsForTests(List.of(counterFraud(TODAY), counterFraud(TODAY)), Limits.LEFT_OUT);
        // When
        var result = replayed(SHIPPED, oneADay, requests);
        // Then
        assertThat(result.all().crossings()).containsExactly(new Crossing(Verdict.PERMITTED, Verdict.PERMITTED, 2));
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("are left out, for no day is known"));
    }

    @Test
    void outlivesBeingWrittenAsJson() throws Exception {
        // Given
        var json = new ObjectMapper().registerModule(new Jdk8Module());
        var requests = RequestsForTests.of(SHIPPED.document(), 7, 2_000);
        var result = replayed(SHIPPED, edited("\"thresholdMonths\":12", "\"thresholdMonths\":24"), requests);
        // When
        var read = json.readValue(json.writeValueAsString(result), ReplayResult.class);
        // Then
        assertThat(read).isEqualTo(result);
    }

    @Test
    void endsWhenItIsToldToAndSaysHowFarItCame() {
        // Given
        var told = new ArrayList<Long>();
        var requests = RequestsForTests.of(SHIPPED.document(), 1, 3 * ReplayCourse.STEP);
        var replay = new Replay(book(SHIPPED), book(SHIPPED), Limits.COUNTED);
        var course = new ReplayCourse(replay, done -> {
            told.add(done);
            return told.size() < 2;
        });
        // When
        var ended = course.run(requests);
        // Then
        assertThat(ended).isFalse();
        assertThat(course.done()).isEqualTo(2L * ReplayCourse.STEP);
        assertThat(told).containsExactly((long) ReplayCourse.STEP, 2L * ReplayCourse.STEP);
    }

    private static ReplayResult replayed(Policy before, Policy after, ReplayRequests requests) {
        var replay = new Replay(book(before), book(after), requests.limits());
        requests.forEach(replay::add);
        return replay.result(requests, requests.erased());
    }

    private static Rulebook book(Policy policy) {
        return Rulebook.of("a policy", policy, TODAY);
    }

    private static RequestsForTests requests(ReplayedRequest... requests) {
        return new RequestsForTests(List.of(requests), Limits.COUNTED);
    }

    private static ReplayedRequest counterFraud(LocalDate day) {
        return new ReplayedRequest(
                new Reference.MadeUp("case 1"),
                new AgencyId("counter-fraud"),
                new RequestFacts(
                        COUNTER_FRAUD,
                        Optional.empty(),
                        Sources.EXHAUSTED,
                        Optional.empty(),
                        Set.of(SearchArgument.NHS_NUMBER)),
                day,
                Actual.TRACED);
    }

    private static Policy edited(String before, String after) {
        var json = SHIPPED.canonicalJson();
        assertThat(json).contains(before);
        return Policy.read(json.replace(before, after));
    }

    private static Policy limited(OptionalInt daily, OptionalInt monthly) {
        var limits = new ArrayList<String>();
        daily.ifPresent(most -> limits.add("\"dailyLimit\":" + most));
        monthly.ifPresent(most -> limits.add("\"monthlyLimit\":" + most));
        return edited(
                "{\"purpose\":\"counter-fraud\"}", "{" + String.join(",", limits) + ",\"purpose\":\"counter-fraud\"}");
    }

    private static String title(PurposeId purpose) {
        return SHIPPED.purpose(purpose).orElseThrow().title();
    }

    private static String agencyName() {
        return SHIPPED.agency(new AgencyId("counter-fraud")).orElseThrow().name();
    }

    private static Ruled permitted() {
        return new Ruled(Verdict.PERMITTED, Optional.empty(), Optional.empty());
    }

    private static ShiftLine shift(ReplayResult result, Shift shift) {
        return result.shifts().stream()
                .filter(line -> line.shift() == shift)
                .findFirst()
                .orElseThrow();
    }

    private static long total(Given given) {
        return given.released() + given.generalised() + given.withheld() + given.nothing();
    }

    private static void refusalsHaveReasons(Line line) {
        assertThat(line.reasonsBefore().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(line.before(Verdict.REFUSED));
        assertThat(line.reasonsAfter().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(line.after(Verdict.REFUSED));
    }

    private static List<Long> sum(List<Line> lines) {
        var sums = new long[Verdict.values().length * Verdict.values().length];
        for (var line : lines) {
            var crossings = crossings(line);
            for (int index = 0; index < sums.length; index++) {
                sums[index] += crossings.get(index);
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private static List<Long> crossings(Line line) {
        var counts = new ArrayList<Long>();
        for (var before : Verdict.values()) {
            for (var after : Verdict.values()) {
                counts.add(line.crossings().stream()
                        .filter(crossing -> crossing.before() == before && crossing.after() == after)
                        .mapToLong(Crossing::count)
                        .sum());
            }
        }
        return counts;
    }
}
