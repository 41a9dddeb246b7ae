package org.narrowgate.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.counterFraud;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.registry.store.RegistryProfile;
import org.narrowgate.registry.store.SentStatements;

/** What is not both selected and permitted is not even read. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MinimisationTest {
    private static final String REGISTRY = "general_practice, person, person_name, person_address, registration";
    private static final Pattern TABLE =
            Pattern.compile("(?:from|join) \\(?(person\\w*|registration|general_practice) (\\w+)");
    private static final Pattern SELECT_LIST = Pattern.compile("select (.*?) from ");
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Set<String> KEYS = Set.of("id", "person_id", "place");

    /** Who it is, and what decides whether they are traced at all. */
    private static final String RECORD =
            "person.deceased person.invalidated person.nhs_number person.protection person.superseded_by";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
        SentStatements.forget();
    }

    @AfterEach
    void openTheRegistry() {
        behind.change("GRANT SELECT ON " + REGISTRY + " TO " + MigratedDatabase.APPLICATION);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "name { family }, person_name.family",
        "name { given } gender, person_name.given",
        "nhsNumber birthDate deceased, person.birth_date person.deceased",
        "address { lines postcode }, person_address.postcode",
        "address { postcode } generalPractice { odsCode name areaCode registeredOn },"
                + " person_address.postcode registration.registered_on"
    })
    void readsForCounterFraudOnlyWhatIsSelectedAndPermitted(String selected, String read) {
        // When
        var answer = Door.trace("counter-fraud", counterFraud(numbered("9000000009")), selected);
        // Then
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("TRACED");
        assertThat(columnsOfEachStatement()).containsExactly(RECORD, read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "birthDate previousFamilyNames, person.birth_date",
        "gender address { postcode }, person.gender person_address.postcode",
        "name { family given } generalPractice { name }, person_name.family person_name.given",
        "address { since lines } generalPractice { odsCode registeredOn }, person_address.lines person_address.since"
    })
    void readsForAnArrestWarrantOnlyWhatIsSelectedAndPermitted(String selected, String read) {
        // When
        var answer = Door.trace(
                "national-crime-agency", arrestWarrant(named("Hartfield", "Eleanor", "1984-03-07")), selected);
        // Then
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("TRACED");
        assertThat(columnsOfEachStatement()).containsExactly(RECORD, read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__typename",
                "nhsNumber previousFamilyNames gender",
                "address { lines since } generalPractice { odsCode name areaCode }"
            })
    void readsNothingOfAPersonOfWhomNothingIsPermitted(String selected) {
        // When
        var answer = Door.trace("counter-fraud", counterFraud(numbered("9000000009")), selected);
        // Then
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("TRACED");
        assertThat(columnsOfEachStatement()).containsExactly(RECORD);
    }

    @Test
    void asksTheRegistryNothingForWhatIsRefusedReferredOrOnlyPreviewed() {
        // Given
        var overstayer = Door.convicted(named("Hartfield", "Eleanor", "1984-03-07"), "overstaying", 1);
        var missing = Door.missingPerson(numbered("9000000009"));
        var preview = "query($input: TraceInput!) { preview(input: $input) { decision } }";
        closeTheRegistry();
        // When
        var states = List.of(
                Door.node(Door.trace("home-office", overstayer)).get("state").asText(),
                Door.node(Door.trace("police-north", missing)).get("state").asText(),
                Door.node(Door.answer(
                                Door.as("court-service"), preview, Map.of("input", courtOrder(numbered("9000000009")))))
                        .get("decision")
                        .asText(),
                Door.node(Door.answer(Door.as("court-service"), "{ entitlements { purpose } }", Map.of()))
                        .get(0)
                        .get("purpose")
                        .asText());
        // Then
        assertThat(states).containsExactly("REFUSED", "UNDER_REVIEW", "WOULD_BE_PERMITTED", "court-order");
    }

    @Test
    void releasesNothingWhileTheRegistryCannotBeRead() {
        // Given
        var entries = behind.entries();
        closeTheRegistry();
        // When
        var answer = Door.trace("court-service", courtOrder(numbered("9000000009")));
        // Then
        assertThat(answer).contains("\"code\":\"INTERNAL_ERROR\"").contains("\"data\":null");
        assertThat(behind.entries()).isEqualTo(entries);
    }

    private void closeTheRegistry() {
        behind.change("REVOKE SELECT ON " + REGISTRY + " FROM " + MigratedDatabase.APPLICATION);
    }

    /** What each statement to the registry selects, in order, but for keys. */
    private static List<String> columnsOfEachStatement() {
        return SentStatements.all().stream()
                .filter(statement -> TABLE.matcher(statement).find())
                .map(MinimisationTest::columns)
                .toList();
    }

    private static String columns(String statement) {
        var tables = TABLE.matcher(statement)
                .results()
                .collect(toMap(table -> table.group(2), table -> table.group(1), (one, same) -> one));
        var columns = new TreeSet<String>();
        SELECT_LIST
                .matcher(statement)
                .results()
                .flatMap(list -> COLUMN.matcher(list.group(1)).results())
                .filter(column -> !KEYS.contains(column.group(2)))
                .map(column -> qualified(column, tables))
                .forEach(columns::add);
        return String.join(" ", columns);
    }

    private static String qualified(MatchResult column, Map<String, String> tables) {
        return tables.get(column.group(1)) + "." + column.group(2);
    }
}
