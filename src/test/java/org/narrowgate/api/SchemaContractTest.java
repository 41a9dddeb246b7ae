package org.narrowgate.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.Field;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class SchemaContractTest {
    /** Beginnings of words. */
    private static final List<String> CLINICAL_WORDS = List.of(
            "allerg",
            "appointment",
            "care",
            "clinic",
            "condition",
            "consultation",
            "diagnos",
            "disab",
            "disease",
            "dose",
            "drug",
            "episode",
            "ethnic",
            "health",
            "hiv",
            "hospital",
            "illness",
            "immuni",
            "medic",
            "mental",
            "observation",
            "patholog",
            "patient",
            "pregnan",
            "prescri",
            "procedure",
            "religio",
            "sexual",
            "snomed",
            "surger",
            "symptom",
            "test",
            "therap",
            "vaccin",
            "ward");

    @Test
    void servesEverythingInTheContract() throws IOException {
        // Given
        var contract = Parser.parse(contract());
        // When
        var served = Parser.parse(served());
        // Then
        assertThat(facts(served)).containsAll(facts(contract));
    }

    @Test
    void servesWhatWasAddedForEmbargoes() {
        assertThat(facts(Parser.parse(served())))
                .contains(
                        "Mutation.requestEmbargo: TracingRequest!",
                        "Mutation.requestEmbargo(id: ID!)",
                        "Mutation.requestEmbargo(until: Date!)",
                        "Mutation.requestEmbargo(reason: String!)",
                        "TracingRequest.embargo: Embargo",
                        "Embargo.state: EmbargoState!",
                        "Embargo.until: Date",
                        "enum EmbargoState.ASKED",
                        "enum EmbargoState.IN_FORCE",
                        "enum EmbargoState.REFUSED",
                        "enum EmbargoState.ENDED");
    }

    @Test
    void describesEveryTypeFieldArgumentAndEnumValue() {
        // When
        var served = Parser.parse(served());
        // Then
        assertThat(nodes(served).filter(node -> !described(node)).map(SchemaContractTest::name))
                .isEmpty();
    }

    @Test
    void hasNoClinicalWordInAnyName() {
        // When
        var words = nodes(Parser.parse(served()))
                .flatMap(node -> Arrays.stream(name(node).split("_|(?<=[a-z])(?=[A-Z])")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        // Then
        assertThat(words)
                .contains("postcode")
                .filteredOn(word -> CLINICAL_WORDS.stream().anyMatch(word::startsWith))
                // An agreement is in consultation with the public.
                .containsOnly("consultation");
    }

    @Test
    void classifiesEveryLeafOfPersonAndServesEveryFieldOfTheCatalogue() {
        // Given
        var catalogue = Arrays.stream(Field.values()).map(Field::path).toList();
        // When
        var served = Parser.parse(served());
        // Then
        assertThat(leaves(served, "Person", "")).containsExactlyInAnyOrderElementsOf(catalogue);
    }

    private static String served() {
        return given().get("/schema.graphql")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .extract()
                .asString();
    }

    private static String contract() throws IOException {
        try (var stream = SchemaContractTest.class.getResourceAsStream("/contract/schema.graphql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> facts(Document schema) {
        var facts = new LinkedHashSet<String>();
        for (var definition : schema.getDefinitionsOfType(SDLDefinition.class)) {
            facts.addAll(facts(definition));
        }
        return facts;
    }

    private static List<String> facts(SDLDefinition<?> definition) {
        return switch (definition) {
            case ObjectTypeDefinition type ->
                type.getFieldDefinitions().stream()
                        .flatMap(field -> Stream.concat(
                                Stream.of(type.getName() + "." + field.getName() + ": " + print(field.getType())),
                                field.getInputValueDefinitions().stream()
                                        .map(argument ->
                                                type.getName() + "." + field.getName() + "(" + input(argument) + ")")))
                        .toList();
            case InputObjectTypeDefinition type ->
                type.getInputValueDefinitions().stream()
                        .map(field -> "input " + type.getName() + "." + input(field))
                        .toList();
            case EnumTypeDefinition type ->
                type.getEnumValueDefinitions().stream()
                        .map(value -> "enum " + type.getName() + "." + value.getName())
                        .toList();
            case UnionTypeDefinition type ->
                List.of("union " + type.getName() + " "
                        + type.getMemberTypes().stream()
                                .map(SchemaContractTest::print)
                                .collect(Collectors.toCollection(TreeSet::new)));
            case ScalarTypeDefinition type -> List.of("scalar " + type.getName());
            default -> List.of();
        };
    }

    private static String input(InputValueDefinition input) {
        var written = input.getDefaultValue() == null ? "" : " = " + AstPrinter.printAst(input.getDefaultValue());
        return input.getName() + ": " + print(input.getType()) + written;
    }

    private static String print(Type<?> type) {
        return AstPrinter.printAst(type);
    }

    private static Stream<DescribedNode<?>> nodes(Document schema) {
        return schema.getDefinitionsOfType(SDLDefinition.class).stream()
                .filter(DescribedNode.class::isInstance)
                .flatMap(definition -> Stream.concat(Stream.of(definition), inner(definition)))
                .map(node -> (DescribedNode<?>) node);
    }

    private static Stream<Object> inner(SDLDefinition<?> definition) {
        return switch (definition) {
            case ObjectTypeDefinition type ->
                type.getFieldDefinitions().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field), field.getInputValueDefinitions().stream()));
            case InputObjectTypeDefinition type ->
                type.getInputValueDefinitions().stream().map(Object.class::cast);
            case EnumTypeDefinition type ->
                type.getEnumValueDefinitions().stream().map(Object.class::cast);
            default -> Stream.empty();
        };
    }

    private static boolean described(DescribedNode<?> node) {
        return node.getDescription() != null
                && !node.getDescription().getContent().isBlank();
    }

    private static String name(DescribedNode<?> node) {
        return node instanceof NamedNode<?> named ? named.getName() : "schema";
    }

    private static List<String> leaves(Document schema, String type, String path) {
        return schema.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(object -> object.getName().equals(type))
                .flatMap(object -> object.getFieldDefinitions().stream())
                .flatMap(field -> below(schema, field, path + field.getName()).stream())
                .toList();
    }

    private static List<String> below(Document schema, FieldDefinition field, String path) {
        var inner = leaves(schema, print(field.getType()).replaceAll("[\\[\\]!]", ""), path + ".");
        return inner.isEmpty() ? List.of(path) : inner;
    }
}
