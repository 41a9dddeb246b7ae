package org.narrowgate.policy;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.Requirement.Fulfilment;

/** Reads every file in {@code scenarios}; each says what the shipped policy decides, and on nothing more. */
class ScenariosTest {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Policy policy = Policy.shipped();

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void decidesAsTheScenarioSays(String name, When when, Then then) {
        assertThat(decided(policy.decide(when.asker(), when.facts(), when.standing(), Asked.TODAY)))
                .isEqualTo(then);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void crossesFirstTheRequirementItIsRefusedFor(String name, When when, Then then) {
        // When
        var requirements = policy.requirements(when.asker(), when.facts(), when.standing(), Asked.TODAY);
        // Then
        assertThat(requirements.stream()
                        .filter(requirement -> requirement.fulfilment() == Fulfilment.NOT_MET)
                        .map(requirement -> new Then(requirement.reason(), requirement.clause(), null, null, null))
                        .findFirst())
                .isEqualTo(Optional.of(then).filter(decided -> decided.refused() != null));
    }

    static Stream<Arguments> scenarios() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/policy/scenarios"))) {
            return files.sorted().map(ScenariosTest::read).toList().stream()
                    .map(scenario -> Arguments.of(scenario.scenario(), scenario.when(), scenario.then()));
        }
    }

    private static Scenario read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Scenario.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }

    private static Then decided(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> new Then(refuse.reason(), refuse.clause(), null, null, null);
            case Decision.Refer refer -> allowed("by a caseworker", refer.release());
            case Decision.Permit permit -> allowed("at once", permit.release());
        };
    }

    private static Then allowed(String decided, Decision.Release release) {
        var released = Arrays.stream(Field.values())
                .filter(field -> release.treatments().get(field) instanceof FieldTreatment.Release)
                .map(Field::path)
                .toList();
        var generalised = release.treatments().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof FieldTreatment.Generalise)
                .collect(toMap(entry -> entry.getKey().path(), entry -> Treatments.write(entry.getValue())));
        return new Then(null, null, decided, released, generalised);
    }

    record Scenario(String scenario, When when, Then then) {}

    /** What is not named: nothing speaks against it. */
    record When(
            String agency,
            String purpose,
            @Nullable GroundType ground,
            @Nullable String offence,
            @Nullable OffenceStage stage,
            @Nullable Integer sentence,
            @Nullable Set<String> directs,
            @Nullable Sources sources,
            @Nullable String rank,
            Set<String> search,
            @Nullable Set<String> scopes,
            @JsonProperty("used-today") int usedToday,
            @JsonProperty("overdue") int overdue) {
        Asker asker() {
            var named = scopes == null ? Set.of(purpose) : scopes;
            return new Asker(
                    new AgencyId(agency), named.stream().map(PurposeId::new).collect(toSet()));
        }

        RequestFacts facts() {
            return new RequestFacts(
                    new PurposeId(purpose),
                    putForward(),
                    sources == null ? Sources.EXHAUSTED : sources,
                    Optional.ofNullable(rank).map(held -> new Countersignature("A. Officer", held, Asked.TODAY)),
                    search.stream()
                            .map(path -> SearchArgument.ofPath(path).orElseThrow())
                            .collect(toSet()));
        }

        Standing standing() {
            return new Standing(usedToday, usedToday, overdue);
        }

        private Optional<Ground> putForward() {
            return Optional.ofNullable(ground).map(type -> switch (type) {
                case SERIOUS_CRIMINALITY ->
                    Asked.criminality(
                            Optional.ofNullable(offence).orElseThrow(),
                            Optional.ofNullable(stage).orElseThrow(),
                            sentence == null ? OptionalInt.empty() : OptionalInt.of(sentence));
                case PUBLIC_SECURITY_RISK -> new Ground.PublicSecurityRisk("as the case file says");
                case MISSING_VULNERABLE_PERSON -> new Ground.MissingVulnerablePerson("as the case file says");
                case COURT_ORDER ->
                    new Ground.CourtOrder(
                            "F00LS123", Optional.ofNullable(directs).map(When::fields));
            });
        }

        private static Set<Field> fields(Set<String> paths) {
            return paths.stream().flatMap(path -> Field.within(path).stream()).collect(toSet());
        }
    }

    /** Either a refusal with its clause, or everything that is released and generalised: all else is withheld. */
    record Then(
            @Nullable RefusalReason refused,
            @Nullable String clause,
            @Nullable String decided,
            @Nullable List<String> released,
            @Nullable Map<String, String> generalised) {}
}
