package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The served schema against the reader: what has the right form for one has it for the other. */
class PolicySchemaTest {
    private static final long SEED = 20_180_509;
    private static final int DOCUMENTS = 200;
    private static final int MUTATIONS = 1_500;
    private static final JsonNode SCHEMA = Mutations.parse(Policy.resource("/META-INF/resources/policy.schema.json"));
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    /** What each property with limits or words of its own is called, and where the document below has one. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("agency/group", "/agencies/0/group"),
            Map.entry("purpose/consultation", "/purposes/0/consultation"),
            Map.entry("purpose/lawfulBasis", "/purposes/0/lawfulBasis"),
            Map.entry("purpose/decision", "/purposes/0/decision"),
            Map.entry("purpose/countersignature", "/purposes/0/countersignature"),
            Map.entry("purpose/deceased", "/purposes/0/deceased"),
            Map.entry("purpose/searchArguments", "/purposes/0/searchArguments/0"),
            Map.entry("seriousCriminality/thresholdMonths", "/purposes/0/grounds/0/thresholdMonths"),
            Map.entry("seriousCriminality/measure", "/purposes/0/grounds/0/measure"),
            Map.entry("seriousCriminality/earliestStage", "/purposes/0/grounds/0/earliestStage"),
            Map.entry("courtOrder/directions", "/purposes/3/grounds/0/directions"),
            Map.entry("terms/responseWorkingDays", "/purposes/0/terms/responseWorkingDays"),
            Map.entry("terms/exceptionalWorkingDays", "/purposes/0/terms/exceptionalWorkingDays"),
            Map.entry("terms/retentionDays", "/purposes/0/terms/retentionDays"),
            Map.entry("terms/readableDays", "/purposes/0/terms/readableDays"),
            Map.entry("terms/readings", "/purposes/0/terms/readings"),
            Map.entry("review/secondCaseworker", "/purposes/0/review/secondCaseworker"),
            Map.entry("review/whileInformationIsAwaited", "/purposes/0/review/whileInformationIsAwaited"),
            Map.entry("review/reminderWorkingDays", "/purposes/0/review/reminderWorkingDays/0"),
            Map.entry("review/erasureDays", "/purposes/0/review/erasureDays"),
            Map.entry("purpose/restriction", "/purposes/0/restriction"),
            Map.entry("embargo/days", "/purposes/0/embargo/days"),
            Map.entry("agreement/state", "/agreements/0/state"),
            Map.entry("grant/dailyLimit", "/agreements/0/purposes/0/dailyLimit"),
            Map.entry("grant/monthlyLimit", "/agreements/0/purposes/0/monthlyLimit"));

    @Test
    void letsEveryPolicyPass() {
        var policies = new RandomPolicies(SEED);
        var all = Stream.concat(
                Stream.of(Policy.shipped()), Stream.generate(policies::next).limit(DOCUMENTS));
        assertThat(all)
                .allSatisfy(policy -> assertThat(VALIDATOR.validate(Mutations.parse(policy.canonicalJson())))
                        .isEmpty());
    }

    @Test
    void refusesWhatTheReaderCannotReadAndNothingThatIsAPolicy() {
        // Given
        var shipped = Policy.shipped().canonicalJson();
        var mutations = new Mutations(new Random(SEED), 3).learning(shipped);
        int unreadable = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            var document = mutations.of(shipped, 3);
            if (!document.path("format").equals(Mutations.parse(shipped).path("format"))) {
                // Of the formats that are read, the schema is the newest one's alone.
                continue;
            }
            // When
            boolean refused = !VALIDATOR.validate(document).isEmpty();
            boolean isReadable = formFaults(document.toString()).isEmpty();
            // Then
            if (!isReadable) {
                assertThat(refused).as(document.toString()).isTrue();
                unreadable++;
            }
            if (refused) {
                assertThat(faults(document.toString())).as(document.toString()).isNotEmpty();
            }
        }
        assertThat(unreadable).isGreaterThan(MUTATIONS / 10);
    }

    @Test
    void leavesToTheReaderOnlyHowADocumentAgreesWithItselfAndWithTheLaw() {
        // Given
        var beyond = Stream.concat(PolicyFaultsTest.beyondTheCeiling(), PolicyFaultsTest.notAgreeingWithItself())
                .map(arguments -> new ShippedDocument()
                        .with((String) arguments.get()[0], (String) arguments.get()[1])
                        .json());
        var tooMany = "[1, 2, 3, 4, 5, 6]";
        // When, Then
        assertThat(beyond)
                .allSatisfy(json -> assertThat(
                                VALIDATOR.validate(Mutations.parse(json)).isEmpty())
                        .as(json)
                        .isEqualTo(!json.contains(tooMany.replace(" ", ""))));
    }

    @Test
    void refusesWhatIsNotOfTheForm() {
        // Given
        var broken = PolicyFaultsTest.notOfTheForm()
                .map(arguments -> new ShippedDocument()
                        .with((String) arguments.get()[0], (String) arguments.get()[1])
                        .json());
        // When, Then
        assertThat(broken)
                .allSatisfy(json -> assertThat(VALIDATOR.validate(Mutations.parse(json)))
                        .as(json)
                        .isNotEmpty());
    }

    @Test
    void setsTheReadersLimitsAndKnowsItsWords() {
        // Given
        var limited = new TreeMap<String, JsonNode>();
        SCHEMA.path("$defs")
                .properties()
                .forEach(part -> part.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property ->
                                limitsOf(part.getKey() + "/" + property.getKey(), property.getValue(), limited)));
        // Then
        assertThat(limited.keySet()).isEqualTo(new TreeMap<>(PLACES).keySet());
        limited.forEach((name, definition) -> {
            if (definition.has("enum")) {
                assertSameWords(PLACES.getOrDefault(name, ""), definition);
            } else {
                assertSameLimits(PLACES.getOrDefault(name, ""), definition);
            }
        });
    }

    @Test
    void knowsEveryFieldWithItsTreatments() {
        // Given
        var fields = SCHEMA.at("/$defs/treatments/properties");
        // When
        var known = new ArrayList<String>();
        fields.properties()
                .forEach(field -> field.getValue()
                        .path("enum")
                        .forEach(treatment -> known.add(field.getKey() + " " + treatment.textValue())));
        // Then
        assertThat(known)
                .containsExactlyElementsOf(Stream.of(Field.values())
                        .flatMap(field -> Treatments.of(field).stream()
                                .map(treatment -> field.path() + " " + Treatments.write(treatment)))
                        .toList());
    }

    @Test
    void explainsEveryProperty() {
        // Given
        var properties = new ArrayList<JsonNode>();
        SCHEMA.findValues("properties").forEach(part -> part.forEach(properties::add));
        // Then
        assertThat(properties).hasSizeGreaterThan(70).allSatisfy(property -> {
            assertThat(property.path("title").asText()).isNotBlank();
            assertThat(property.path("description").asText()).isNotBlank().endsWith(".");
        });
        assertThat(SCHEMA.findParents("properties"))
                .allSatisfy(part -> assertThat(part.path("additionalProperties").isBoolean())
                        .isTrue())
                .noneMatch(part -> part.path("additionalProperties").booleanValue());
    }

    private static void limitsOf(String name, JsonNode property, Map<String, JsonNode> limited) {
        if (name.startsWith("treatments/")) {
            return;
        }
        Stream.of(property, property.path("items"))
                .filter(definition -> definition.has("enum") || definition.has("minimum"))
                .forEach(definition -> limited.put(name, definition));
    }

    private static void assertSameWords(String place, JsonNode definition) {
        var words = new ArrayList<String>();
        definition.path("enum").forEach(word -> words.add(word.textValue()));
        // When
        var refused = formFaultsWith(place, "\"no such word\"").getFirst().message();
        // Then
        for (var word : words) {
            assertThat(formFaultsWith(place, "\"" + word + "\"").stream()
                            .filter(fault -> !fault.message().endsWith("named twice")))
                    .as(place)
                    .isEmpty();
        }
        switch (place) {
            case "/agencies/0/group" ->
                assertThat(words)
                        .isEqualTo(Stream.of(AgencyGroup.values())
                                .map(AgencyGroup::title)
                                .toList());
            case "/purposes/0/searchArguments/0" ->
                assertThat(words)
                        .isEqualTo(Stream.of(SearchArgument.values())
                                .map(SearchArgument::path)
                                .toList());
            default -> assertThat(refused).isEqualTo("`no such word` is not one of " + words);
        }
    }

    private static void assertSameLimits(String place, JsonNode definition) {
        int least = definition.path("minimum").intValue();
        int most = definition.path("maximum").intValue();
        assertThat(formFaultsWith(place, "" + least)).as(place).isEmpty();
        assertThat(formFaultsWith(place, most + ".0")).as(place).isEmpty();
        assertThat(formFaultsWith(place, "" + (least - 1)))
                .containsExactly(new PolicyFault(place, "not a whole number from " + least + " to " + most));
        assertThat(formFaultsWith(place, "" + (most + 1)))
                .containsExactly(new PolicyFault(place, "not a whole number from " + least + " to " + most));
    }

    private static List<PolicyFault> formFaultsWith(String place, String json) {
        return formFaults(new ShippedDocument()
                .with("/purposes/0/embargo", ShippedDocument.EMBARGO)
                .with(place, json)
                .json());
    }

    private static List<PolicyFault> formFaults(String json) {
        return PolicyReader.read(json).faults();
    }

    private static List<PolicyFault> faults(String json) {
        var refused = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(json));
        return refused == null ? List.of() : refused.faults();
    }
}
