package org.narrowgate.web.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.element.Node;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class PolicyPagesTest {
    private static final List<String> TOLD = List.of(
            "agreement.id",
            "agreement.state",
            "agreement.validFrom",
            "agreement.validUntil",
            "lawfulBasis",
            "decision",
            "countersignatureRequired",
            "responseWorkingDays",
            "retentionDays",
            "remainingToday",
            "destructionsDue",
            "destructionsOverdue");

    @Inject
    PolicyInForce policy;

    private ConsoleForTests paul;

    @BeforeEach
    void signIn() {
        paul = ConsoleForTests.signedInAs("paul-approver");
    }

    @Test
    void showsThePolicyInForce() {
        // When
        var page = paul.asking().get("/console/policy").asString();
        // Then
        assertThat(page)
                .contains("Version 1", policy.current().policy().hash(), "In force")
                .contains("Agreement with the NHS Counter Fraud Authority on registrations", "Active")
                .contains("a conviction for an offence, other than an immigration-only one")
                .contains("commitment of 9 May 2018, ground 1")
                .contains("<code>purpose:counter-fraud</code>")
                .contains("What can NHS Counter Fraud Authority see now?");
    }

    @Test
    void theMatrixSaysForEveryPurposeWhatItSeesOfEveryField() {
        // When
        var page = paul.asking().get("/console/policy").htmlPath();
        // Then
        var shown = new TreeMap<String, List<String>>();
        for (Node row : page.getNodeChildren("**.find { it.@class == 'matrix' }.tbody.tr")
                .list()) {
            shown.put(row.getNode("th").getNode("a").value(), marks(row));
        }
        var expected = new TreeMap<String, List<String>>();
        policy.current().policy().document().purposes().forEach(purpose -> {
            var treatments = policy.current().policy().treatments(purpose.id());
            var marks = new ArrayList<String>();
            for (var field : Field.values()) {
                marks.add(field.path() + " "
                        + Treated.of(Objects.requireNonNull(treatments.get(field)))
                                .style());
            }
            expected.put(purpose.title(), marks);
        });
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home-office",
                "police-north",
                "national-crime-agency",
                "court-service",
                "coroner",
                "case-review-commission",
                "counter-fraud"
            })
    void whatAnAgencySeesIsWhatItIsTold(String agency) throws Exception {
        // When
        var page = paul.asking().get("/console/policy/agencies/" + agency).htmlPath();
        // Then
        var shown = new TreeMap<String, Map<String, String>>();
        for (Node one : page.getList("**.findAll { it.@class == 'seen' }", Node.class)) {
            shown.put(one.getAttribute("data-purpose"), shown(one));
        }
        var told = new TreeMap<String, Map<String, String>>();
        entitlements(agency).forEach(one -> told.put(one.get("purpose").asText(), told(one)));
        assertThat(shown).isNotEmpty().isEqualTo(told);
    }

    @Test
    void everyVersionCanBeReadAndTakenAway() throws Exception {
        // Given
        var hash = policy.current().policy().hash();
        // When
        var list = paul.asking().get("/console/policy/versions").asString();
        var page = paul.asking().get("/console/policy/versions/1").asString();
        var document = paul.asking().get("/console/policy/versions/1/document.json");
        // Then
        assertThat(list).contains("Version 1", hash, "the software");
        assertThat(page).contains("What every purpose sees", hash);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.asByteArray())))
                .isEqualTo(hash);
        assertThat(document.header("Content-Disposition")).contains("narrowgate-policy-1.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions/99", "versions/one", "agencies/nobody"})
    void whatIsNotThereSaysSo(String path) {
        assertThat(paul.asking().get("/console/policy/" + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla-caseworker", "olga-overseer"})
    void othersDoNotEnter(String persona) {
        assertThat(ConsoleForTests.signedInAs(persona)
                        .asking()
                        .get("/console/policy")
                        .statusCode())
                .isEqualTo(403);
    }

    private static List<String> marks(Node row) {
        return row.children().list().stream()
                .filter(cell -> cell.name().equals("td"))
                .map(cell -> cell.getAttribute("data-field") + " "
                        + cell.getAttribute("class").replace("treated ", ""))
                .toList();
    }

    private static Map<String, String> shown(Node purpose) {
        var shown = new TreeMap<String, String>();
        shown.put("title", purpose.getAttribute("data-title"));
        walk(purpose, shown);
        return shown;
    }

    private static void walk(Node node, Map<String, String> shown) {
        if (node.getAttribute("data-field") != null) {
            shown.put(
                    node.getAttribute("data-field"),
                    node.getAttribute("data-treatment") + " " + node.getAttribute("data-generalised-to"));
        }
        if (node.getAttribute("data-told") != null) {
            shown.put(node.getAttribute("data-told"), node.getAttribute("data-value"));
        }
        node.children().list().forEach(child -> walk(child, shown));
    }

    private static Map<String, String> told(JsonNode entitlement) {
        var told = new TreeMap<String, String>();
        told.put("title", entitlement.get("title").asText());
        for (var name : TOLD) {
            told.put(name, text(entitlement.at("/" + name.replace('.', '/'))));
        }
        var arguments = new ArrayList<String>();
        entitlement.get("searchArguments").forEach(one -> arguments.add(one.asText()));
        told.put("searchArguments", String.join(" ", arguments));
        entitlement
                .get("fields")
                .forEach(field -> told.put(
                        field.get("field").asText(),
                        field.get("treatment").asText() + " " + text(field.get("generalisedTo"))));
        if (!entitlement.get("reminder").isNull()) {
            told.put("reminder", entitlement.get("reminder").asText());
        }
        return told;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static JsonNode entitlements(String agency) throws Exception {
        var query = "{ entitlements { purpose title agreement { id state validFrom validUntil } lawfulBasis decision"
                + " searchArguments countersignatureRequired responseWorkingDays retentionDays remainingToday"
                + " destructionsDue destructionsOverdue reminder fields { field treatment generalisedTo } } }";
        var answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.of(agency))
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .asString();
        return new ObjectMapper().readTree(answer).at("/data/entitlements");
    }
}
