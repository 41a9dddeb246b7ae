package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.api.Door.convicted;
import static org.narrowgate.api.Door.named;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** A fraudster sentenced to 14 months: the request waits for a caseworker. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class CaseByCaseTest {
    private static final Map<String, Object> ELEANOR = named("Hartfield", "Eleanor", "1984-03-07");
    private static final Map<String, Object> NOBODY = named("Nonesuch", "Ada", "1984-03-07");

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Caseworkers caseworkers;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void isUnderReviewWithADueDateAndNoOutcome() {
        // When
        var request = asked(ELEANOR);
        // Then
        var received =
                LocalDate.ofInstant(Instant.parse(request.get("receivedAt").asText()), ZoneId.of("Europe/London"));
        assertThat(Door.masked(request.toString())).isEqualTo("""
                {"id":"-","purpose":"immigration-tracing","caseReference":"case 1","state":"UNDER_REVIEW",\
                "receivedAt":"-","dueBy":"%s","decidedAt":null,"policyVersion":%d,"question":null,"outcome":null}""".formatted(
                        WorkingDays.shipped().after(received, 20),
                        request.get("policyVersion").asInt()));
    }

    @Test
    void keepsTheSubjectOnlyUntilItIsDecidedAndNeverInWhatWasAsked() {
        // Given
        var approved = asked(ELEANOR);
        var refused = asked(ELEANOR);
        var withdrawn = asked(ELEANOR);
        var waiting = asked(ELEANOR);
        // When
        caseworkers.approve(id(approved));
        caseworkers.refuse(id(refused), "weighed and found wanting");
        Door.node(Door.answer(
                Door.as("home-office"),
                "mutation($id: ID!) { withdrawTracingRequest(id: $id, reason: \"Found in the meantime.\") { state } }",
                Map.of("id", withdrawn.get("id").asText())));
        // Then
        assertThat(List.of(subject(approved), subject(refused), subject(withdrawn), subject(waiting)))
                .containsExactly(
                        "null",
                        "null",
                        "null",
                        "{\"birthDate\": \"1984-03-07\", \"givenName\": \"Eleanor\", \"familyName\": \"Hartfield\"}");
        assertThat(List.of(asked(approved), asked(refused), asked(withdrawn), asked(waiting)))
                .allSatisfy(asked -> assertThat(asked)
                        .contains("\"fraud\"")
                        .doesNotContain("Hartfield", "Eleanor", "1984-03-07", "subject"));
    }

    @Test
    void releasesWhatImmigrationTracingPermitsOnceItIsApproved() {
        // Given
        var request = asked(ELEANOR);
        // When
        caseworkers.approve(id(request));
        var read = read(request);
        // Then
        assertThat(read.get("state").asText()).isEqualTo("TRACED");
        assertThat(read.get("decidedAt").isNull()).isFalse();
        assertThat(read.at("/outcome/person").toString()).isEqualTo("""
                {"nhsNumber":null,"name":{"family":"Hartfield","given":["Eleanor","Ruth"]},\
                "previousFamilyNames":["Quillfeather"],"birthDate":"1984-03-07","gender":"FEMALE","deceased":null,\
                "address":{"lines":["14 Cavendish Grove","Leeds"],"postcode":"LS7 4RH","since":"2015-02-28"},\
                "generalPractice":{"odsCode":null,"name":null,"areaCode":"E54000901","registeredOn":"2015-03-16"}}""");
        assertThat(read.at("/outcome/withheld").toString()).isEqualTo("""
                [{"field":"nhsNumber","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"deceased","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.odsCode","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.name","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"}]""");
    }

    @Test
    void isRefusedWithTheClauseWhereTheCaseworkerSeesNoPublicInterest() {
        // Given
        var request = asked(ELEANOR);
        // When
        caseworkers.refuse(id(request), "The sentence is spent.");
        var read = read(request);
        // Then
        assertThat(read.get("state").asText()).isEqualTo("REFUSED");
        assertThat(read.at("/outcome/reason").asText()).isEqualTo("NOT_IN_PUBLIC_INTEREST");
        assertThat(read.at("/outcome/clause").asText())
                .isEqualTo("memorandum of 1 January 2017, refusal without limitation");
        assertThat(read.at("/outcome/explanation").asText()).isNotBlank().doesNotContain("spent");
    }

    @Test
    void isNotTracedWhereNobodyIsFoundAndTheCaseworkerCannotTell() {
        // Given
        var somebody = asked(ELEANOR);
        var nobody = asked(NOBODY);
        // When, and both are approved without a word in return
        caseworkers.approve(id(somebody));
        caseworkers.approve(id(nobody));
        var read = read(nobody);
        // Then
        assertThat(read.get("state").asText()).isEqualTo("NOT_TRACED");
        assertThat(read.at("/outcome/__typename").asText()).isEqualTo("NotTraced");
        assertThat(read.get("outcome").size()).isEqualTo(2);
    }

    @Test
    void isDecidedOnce() {
        // Given
        var request = asked(ELEANOR);
        caseworkers.refuse(id(request), "weighed and found wanting");
        // When, Then
        assertThatThrownBy(() -> caseworkers.approve(id(request)))
                .isInstanceOf(ReviewException.class)
                .hasMessage("Only a request under review can be approved; this one is: Refused.");
        assertThat(read(request).get("state").asText()).isEqualTo("REFUSED");
    }

    private static JsonNode asked(Map<String, Object> subject) {
        return Door.node(Door.trace("home-office", convicted(subject, "fraud", 14)));
    }

    private static JsonNode read(JsonNode request) {
        return Door.node(Door.read(Door.as("home-office"), request.get("id").asText()));
    }

    private static String id(JsonNode request) {
        return request.get("id").asText();
    }

    private String subject(JsonNode request) {
        return column("subject", request);
    }

    private String asked(JsonNode request) {
        return column("asked", request);
    }

    private String column(String column, JsonNode request) {
        return behind.rows(
                        "SELECT " + column + " FROM tracing_request WHERE id = ?::uuid",
                        request.get("id").asText())
                .getFirst()
                .getFirst();
    }
}
