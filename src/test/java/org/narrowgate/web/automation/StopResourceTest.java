package org.narrowgate.web.automation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.governance.stop.StopsProfile;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(StopsProfile.class)
class StopResourceTest {
    private static final String WHY = "The line is tapped.";

    @AfterEach
    void startAgain() {
        for (var thing : new String[] {"agreements/coroner-agreement", "purposes/case-review", "agencies/coroner"}) {
            as("abe-author", thing + "/resume", WHY);
            as("petra-approver", thing + "/resume/approve", WHY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agreements/coroner-agreement, agreement, coroner-agreement",
        "purposes/case-review, purpose, case-review",
        "agencies/coroner, agency, coroner"
    })
    void oneStopsItAndTwoStartItAgain(String path, String what, String id) {
        // When
        var stopped = as("ada-author", path + "/suspend", WHY);
        // Then
        stopped.statusCode(200)
                .body("what", equalTo(what))
                .body("id", equalTo(id))
                .body("state", equalTo("SUSPENDED"))
                .body("since", endsWith("Z"))
                .body("by", startsWith("Ada"))
                .body("reason", equalTo(WHY));
        var entry = stopped.extract().<Integer>path("entry");
        as("paul-approver", path + "/suspend", "Another reason.")
                .statusCode(200)
                .body("entry", equalTo(entry));
        as("bruno-both", path + "/resume", WHY).statusCode(200).body("state", equalTo("SUSPENDED"));
        as("bruno-both", path + "/resume/approve", WHY).statusCode(409);
        as("paul-approver", path + "/resume/approve", WHY)
                .statusCode(200)
                .body("state", equalTo("RESUMED"))
                .body("entry", equalTo(entry + 1))
                .body("resumedBy[0]", startsWith("Bruno"))
                .body("resumedBy[1]", startsWith("Paul"));
        given().auth()
                .oauth2(Tokens.ofStaff("olga-overseer"))
                .get("/admin/stops")
                .then()
                .statusCode(200)
                .body("entry", hasItem(entry + 1))
                .body("state", not(hasItem("SUSPENDED")));
    }

    @ParameterizedTest
    @CsvSource({
        "ada-author, agreements/nobodys/suspend, A good reason., 404, target-unknown",
        "ada-author, agreements/No Name/suspend, A good reason., 404, target-unknown",
        "ada-author, agreements/coroner-agreement/suspend, short, 422, text-unfit",
        "ada-author, agreements/coroner-agreement/resume, A good reason., 409, not-offered",
        "paul-approver, agreements/coroner-agreement/resume/approve, A good reason., 409, not-offered",
        "ada-author, agreements/coroner-agreement/resume/approve, A good reason., 403, not-for-this-role",
        "carla-caseworker, agencies/coroner/suspend, A good reason., 403, not-for-this-role",
        "olga-overseer, agencies/coroner/suspend, A good reason., 403, not-for-this-role"
    })
    void whatCannotBeDoneIsAProblem(String persona, String path, String reason, int status, String word) {
        as(persona, path, reason)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("urn:narrowgate:problem:" + word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    suspend | {"reason": "The line is tapped.", "untill": "tomorrow"} | /untill
                    suspend | {"reason": "The line is tapped.", "stop": 1} | /stop
                    suspend | {} | /reason
                    suspend | ["The line is tapped."] | ''
                    resume | {"reason": "The line is tapped.", "stop": "the first"} | /stop
                    """)
    void whatIsNoPartOfABodyIsAFaultAndStopsNothing(String move, String body, String pointer) {
        // When
        var answer = given().auth()
                .oauth2(Tokens.ofStaff("ada-author"))
                .contentType("application/json")
                .body(body)
                .post("/admin/agencies/coroner/" + move)
                .then();
        // Then
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:narrowgate:problem:faults"))
                .body("faults.pointer", equalTo(List.of(pointer)));
        as("abe-author", "agencies/coroner/resume", WHY).statusCode(409).body("type", endsWith(":not-offered"));
    }

    @Test
    void anAgencysTokenStopsNothingAndNeitherDoesNone() {
        assertThat(given().auth()
                        .oauth2(Tokens.of("coroner"))
                        .contentType("application/json")
                        .body(Map.of("reason", WHY))
                        .post("/admin/agencies/coroner/suspend")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().contentType("application/json")
                        .body(Map.of("reason", WHY))
                        .post("/admin/agencies/coroner/suspend")
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().get("/admin/stops").statusCode()).isEqualTo(401);
    }

    private static ValidatableResponse as(String persona, String path, String reason) {
        return given().auth()
                .oauth2(Tokens.ofStaff(persona))
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/admin/" + path)
                .then();
    }
}
