package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.narrowgate.policy.Decision.Permit;
import org.narrowgate.policy.Decision.Refer;
import org.narrowgate.policy.Decision.Refuse;

/**
 * Where rules of several levels meet, the strictest wins: for every rule, every value it can have, on every level of two
 * and of three, in every order. The values of a rule are listed from the loosest to the strictest; what the levels
 * together say must be what a single purpose with the strictest of them says.
 */
class StrictestRuleTest {
    private static final String PLACE = "/purposes/4";
    private static final AgencyId COURT = new AgencyId("court-service");
    private static final PurposeId ORDER = new PurposeId("court-order");

    /** Rules whose values stand in one line, as JSON. */
    private static final Map<String, List<String>> RULES = Map.ofEntries(
            Map.entry("/decision", words("AUTOMATIC", "CASE_BY_CASE")),
            Map.entry("/countersignature", words("NOT_REQUIRED", "REQUIRED")),
            Map.entry("/deceased", words("INCLUDED", "EXCLUDED")),
            Map.entry("/consultation", words("NOT_REQUIRED", "REQUIRED")),
            Map.entry("/restriction", words("STANDS", "YIELDS")),
            Map.entry(
                    "/embargo",
                    List.of(embargo(30, "2019-05-09"), embargo(30, "2019-05-08"), embargo(7, "2019-05-08"))),
            Map.entry("/grounds/0/directions", words("NOT_REQUIRED", "REQUIRED")),
            Map.entry("/review/secondCaseworker", words("NOT_REQUIRED", "REQUIRED")),
            Map.entry("/review/whileInformationIsAwaited", words("CLOCK_STOPS", "CLOCK_RUNS")),
            Map.entry("/review/erasureDays", List.of("400", "200", "90")),
            Map.entry("/terms/retentionDays", List.of("400", "200", "90")),
            Map.entry("/terms/readableDays", List.of("80", "40", "7")),
            Map.entry("/terms/readings", List.of("9", "3", "1")));

    @TestFactory
    Stream<DynamicTest> theStrictestOfTwoAndOfThreeLevelsWins() {
        var treatments = Arrays.stream(Field.values())
                .map(field -> Map.entry(
                        "/treatments/" + field.path(),
                        Treatments.of(field).stream()
                                .map(treatment -> quoted(Treatments.write(treatment)))
                                .toList()));
        return Stream.concat(RULES.entrySet().stream().sorted(Map.Entry.comparingByKey()), treatments)
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> assertStrictestWins(rule.getKey(), rule.getValue())));
    }

    private static void assertStrictestWins(String rule, List<String> values) {
        for (var levels : Stream.concat(combinations(values.size(), 2), combinations(values.size(), 3))
                .toList()) {
            // Given
            var strictest = levels.stream().mapToInt(Integer::intValue).max().orElseThrow();
            var tree = tree(levels.stream()
                    .map(level -> Map.of(rule, values.get(level)))
                    .toList());
            var alone = tree(List.of(Map.of(rule, values.get(strictest))));
            // When, Then
            assertThat(effective(tree)).as(rule + " " + levels).isEqualTo(effective(alone));
        }
    }

    @Test
    void anArgumentIsSearchedByWhereEveryLevelAllowsIt() {
        // An argument more on one level only, on every pair of levels, or on all.
        for (var argument : List.of("familyName", "givenName", "birthDate", "gender", "postcode")) {
            for (var levels :
                    Stream.concat(combinations(2, 2), combinations(2, 3)).toList()) {
                var with = "[\"nhsNumber\", \"" + argument + "\"]";
                // When
                var policy = tree(levels.stream()
                        .map(level -> Map.of("/searchArguments", level == 0 ? with : "[\"nhsNumber\"]"))
                        .toList());
                // Then
                var expected = new HashSet<>(Set.of(SearchArgument.NHS_NUMBER));
                if (!levels.contains(1)) {
                    expected.add(SearchArgument.ofPath(argument).orElseThrow());
                }
                assertThat(entitlement(policy).orElseThrow().searchArguments()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aProhibitionBeatsTheGrantOnWhateverLevelItStands() {
        for (var levels : Stream.concat(combinations(2, 1), Stream.concat(combinations(2, 2), combinations(2, 3)))
                .toList()) {
            // Given
            var policy = tree(levels.stream()
                    .map(level -> level == 0
                            ? Map.<String, String>of()
                            : Map.of("/prohibitions", "[{\"agency\": \"court-service\", \"clause\": \"never\"}]"))
                    .toList());
            // When
            var decision = Asked.by("court-service", "court-order")
                    .on(Asked.order(Set.of(Field.GENDER)))
                    .decidedBy(policy);
            // Then
            if (levels.contains(1)) {
                assertThat(decision)
                        .isEqualTo(new Refuse(
                                RefusalReason.PURPOSE_NOT_GRANTED,
                                "never",
                                "Ask for a purpose that is among your entitlements, with its scope in the token."));
                assertThat(entitlement(policy)).isEmpty();
                assertThat(policy.purposesOf(COURT)).isEmpty();
            } else {
                assertThat(decision).isInstanceOf(Permit.class);
                assertThat(policy.purposesOf(COURT)).containsExactly(ORDER);
            }
        }
    }

    @Test
    void aGroundCountsWhereEveryLevelThatDemandsOneAcceptsIt() {
        var order = "{\"type\": \"COURT_ORDER\", \"clause\": \"c\", \"text\": \"t\", \"directions\": \"REQUIRED\"}";
        var missing = "{\"type\": \"MISSING_VULNERABLE_PERSON\", \"clause\": \"c\", \"text\": \"t\"}";
        var demands = List.of("[]", "[" + order + "]", "[" + missing + ", " + order + "]");
        for (var levels : Stream.concat(combinations(3, 2), combinations(3, 3)).toList()) {
            // Given
            var policy = tree(levels.stream()
                    .map(level -> Map.of("/grounds", demands.get(level)))
                    .toList());
            var asked = Asked.by("court-service", "court-order");
            // When
            boolean without = isLetThrough(asked.decidedBy(policy));
            boolean onMissing = isLetThrough(asked.on(new Ground.MissingVulnerablePerson("in the case file"))
                    .decidedBy(policy));
            boolean onOrder =
                    isLetThrough(asked.on(Asked.order(Set.of(Field.GENDER))).decidedBy(policy));
            // Then
            boolean demanded = levels.contains(1) || levels.contains(2);
            assertThat(List.of(without, onMissing, onOrder))
                    .as(levels.toString())
                    .isEqualTo(List.of(!demanded, !levels.contains(1), true));
        }
    }

    @Test
    void anOffenceReachesEveryThresholdInWhateverOrderTheyStand() {
        var thresholds = List.of(
                criminality(12, "MAXIMUM_SENTENCE", "INVESTIGATED"),
                criminality(48, "MAXIMUM_SENTENCE", "INVESTIGATED"),
                criminality(12, "MAXIMUM_SENTENCE", "CONVICTED"),
                criminality(24, "SENTENCE_IMPOSED", "CONVICTED"));
        var alone = thresholds.stream()
                .map(threshold -> tree(List.of(Map.of("/grounds", "[" + threshold + "]"))))
                .toList();
        var grounds = Stream.of("possessing-false-identity-documents", "theft", "murder")
                .flatMap(offence -> Arrays.stream(OffenceStage.values())
                        .flatMap(stage -> Stream.of(12, 24, 60)
                                .map(months -> Asked.criminality(offence, stage, OptionalInt.of(months)))))
                .toList();
        for (var levels : Stream.concat(combinations(4, 2), combinations(4, 3)).toList()) {
            var together = tree(levels.stream()
                    .map(level -> Map.of("/grounds", "[" + thresholds.get(level) + "]"))
                    .toList());
            for (var ground : grounds) {
                // When
                boolean reached = isLetThrough(
                        Asked.by("court-service", "court-order").on(ground).decidedBy(together));
                // Then
                boolean each = levels.stream()
                        .map(alone::get)
                        .allMatch(single -> isLetThrough(Asked.by("court-service", "court-order")
                                .on(ground)
                                .decidedBy(single)));
                assertThat(reached).as(levels + " " + ground).isEqualTo(each);
            }
        }
    }

    private static String embargo(int days, String reviewBy) {
        return "{\"days\": " + days + ", \"reviewBy\": \"" + reviewBy + "\", \"reason\": \"r\"}";
    }

    private static String criminality(int months, String measure, String stage) {
        return "{\"type\": \"SERIOUS_CRIMINALITY\", \"clause\": \"c\", \"text\": \"t\", \"thresholdMonths\": " + months
                + ", \"measure\": \"" + measure + "\", \"earliestStage\": \"" + stage + "\"}";
    }

    private static boolean isLetThrough(Decision decision) {
        return decision instanceof Permit || decision instanceof Refer;
    }

    /** All that the purpose gives and demands, taken together. */
    private static List<Object> effective(Policy policy) {
        var asked = Asked.by("court-service", "court-order").signedBy("judge");
        var entitlement = entitlement(policy).orElseThrow();
        return List.of(
                entitlement.decision(),
                entitlement.countersigning(),
                entitlement.treatments(),
                entitlement.terms(),
                policy.consultation(ORDER),
                policy.restriction(ORDER),
                policy.embargo(ORDER),
                alike(asked.on(Asked.order(Set.of(Field.values()))).decidedBy(policy)),
                alike(asked.on(new Ground.CourtOrder("F00LS123", Optional.empty()))
                        .decidedBy(policy)));
    }

    /** The same from a tree of any height: what it yields to names the purposes above it too. */
    private static Decision alike(Decision decision) {
        return switch (decision) {
            case Permit(var release) -> new Permit(alike(release));
            case Refer(var release) -> new Refer(alike(release));
            case Decision.Refuse refusal -> refusal;
        };
    }

    private static Decision.Release alike(Decision.Release release) {
        return new Decision.Release(
                release.agreement(),
                release.treatments(),
                release.searchArguments(),
                release.terms(),
                release.yieldsTo().isEmpty() ? Set.of() : Set.of(ORDER));
    }

    private static Optional<Entitlement> entitlement(Policy policy) {
        return policy.entitlements(new Asker(COURT, Set.of(ORDER)), purpose -> Standing.CLEAR).stream()
                .findFirst();
    }

    /** The court's order below copies of it, as loose as they come but for the changes; the first changes are its own. */
    private static Policy tree(List<Map<String, String>> changes) {
        var loose = new ShippedDocument()
                .with("/agencies/3/ranks", "[\"judge\"]")
                .with(PLACE + "/treatments/nhsNumber", "\"released\"")
                .with(PLACE + "/grounds/0/directions", "\"NOT_REQUIRED\"")
                .with(PLACE + "/terms/retentionDays", "500")
                .with(PLACE + "/terms/readableDays", "90")
                .with(PLACE + "/terms/readings", "10")
                .with(PLACE + "/review/erasureDays", "500");
        var copy = loose.at(PLACE);
        for (int level = 0; level < changes.size(); level++) {
            var place = level == 0 ? PLACE : "/purposes/" + (7 + level);
            if (level > 0) {
                loose.with("/purposes/-", copy.replace("\"court-order\"", "\"above-" + level + "\""));
            }
            if (level + 1 < changes.size()) {
                loose.with(place + "/parent", "\"above-" + (level + 1) + "\"");
            }
            changes.get(level).forEach((rule, value) -> loose.with(place + rule, value));
            withoutLines(loose, place);
        }
        return loose.policy();
    }

    /** Lines tell a postcode, so they go with it. */
    private static void withoutLines(ShippedDocument document, String place) {
        if (!document.at(place + "/treatments/address.postcode").equals("\"released\"")) {
            document.with(place + "/treatments/address.lines", "\"withheld\"");
        }
    }

    private static Stream<List<Integer>> combinations(int values, int levels) {
        if (levels == 0) {
            return Stream.of(List.of());
        }
        return combinations(values, levels - 1)
                .flatMap(before -> IntStream.range(0, values).mapToObj(value -> {
                    var with = new ArrayList<>(before);
                    with.add(value);
                    return List.copyOf(with);
                }));
    }

    private static List<String> words(String... words) {
        return Arrays.stream(words).map(StrictestRuleTest::quoted).collect(Collectors.toUnmodifiableList());
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }
}
