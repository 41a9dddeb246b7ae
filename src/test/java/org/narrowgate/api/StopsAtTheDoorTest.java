package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.casework.review.Ruling;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.stop.StopService;
import org.narrowgate.governance.stop.StopsProfile;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stoppable;

/** What an agency is answered while something is stopped. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(StopsProfile.class)
class StopsAtTheDoorTest {
    private static final Staff ADA = new Staff("ada", "Ada", Set.of(StaffRole.POLICY_AUTHOR));
    private static final Staff PAUL = new Staff("paul", "Paul", Set.of(StaffRole.POLICY_APPROVER));
    private static final Stoppable COURT = new Stoppable.OfAgreement(new AgreementId("court-service-agreement"));
    private static final Stoppable MISSING = new Stoppable.OfPurpose(new PurposeId("missing-vulnerable-person"));
    private static final Stoppable POLICE = new Stoppable.OfAgency(new AgencyId("police-north"));
    private static final Map<String, Object> ELEANOR = numbered("9000000009");

    @Inject
    StopService stops;

    @Inject
    Caseworkers caseworkers;

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @AfterEach
    void startEverythingAgain() {
        List.of(COURT, MISSING, POLICE).forEach(this::startAgain);
    }

    @Test
    void askingAndReadingAgainAreRefusedUntilItIsStartedAgain() {
        // Given
        var earlier = Door.node(Door.trace("court-service", courtOrder(ELEANOR)));
        assertThat(earlier.get("state").asText()).isEqualTo("TRACED");
        // When
        var stop = stops.suspend(ADA, COURT, "The court has asked for it.").stop();
        var asked = Door.node(Door.trace("court-service", courtOrder(ELEANOR)));
        var readAgain = read(earlier);
        // Then
        assertThat(List.of(asked, readAgain))
                .allSatisfy(answer ->
                        assertThat(answer.at("/outcome/reason").asText()).isEqualTo("AGREEMENT_NOT_IN_FORCE"))
                .allSatisfy(
                        answer -> assertThat(answer.at("/outcome/explanation").asText())
                                .isEqualTo(
                                        "Your agreement with the registry is suspended; nothing can be asked until it is resumed."));
        assertThat(behind.circumstancesFrom(stop.entry() + 1))
                .extracting(entry -> entry.get("outcome").asText())
                .containsExactly("refused", "refused");
        // And
        startAgain(COURT);
        assertThat(read(earlier).at("/outcome/person/name/family").asText()).isEqualTo("Hartfield");
    }

    @Test
    void previewAndEntitlementsShowIt() {
        // When
        stops.suspend(PAUL, COURT, "The court has asked for it.");
        // Then
        assertThat(Door.answer(
                        Door.as("court-service"),
                        "query($input: TraceInput!) { preview(input: $input) { decision reason }"
                                + " entitlements { agreement { state } } }",
                        Map.of("input", courtOrder(ELEANOR))))
                .isEqualTo("{\"data\":{\"preview\":{\"decision\":\"WOULD_BE_REFUSED\",\"reason\":"
                        + "\"AGREEMENT_NOT_IN_FORCE\"},\"entitlements\":[{\"agreement\":{\"state\":\"SUSPENDED\"}}]}}");
        assertThat(Door.answer(Door.as("coroner"), "{ entitlements { agreement { state } } }", Map.of()))
                .isEqualTo("{\"data\":{\"entitlements\":[{\"agreement\":{\"state\":\"ACTIVE\"}}]}}");
    }

    @Test
    void aCaseworkersApprovalComesToARefusalWhileThePurposeIsStopped() {
        // Given
        var request = Door.node(Door.trace("police-north", Door.missingPerson(ELEANOR)));
        var id = request.get("id").asText();
        var stop = stops.suspend(ADA, MISSING, "The forms are being forged.").stop();
        // When
        var ruling = caseworkers.approve(id);
        // Then
        assertThat(ruling).isEqualTo(Ruling.REFUSED_BY_POLICY);
        assertThat(behind.circumstancesFrom(stop.entry() + 1))
                .extracting(entry -> entry.get("outcome").asText())
                .containsExactly("refused");
        assertThat(Door.node(Door.read(Door.as("police-north"), id))
                        .at("/outcome/explanation")
                        .asText())
                .isEqualTo("This purpose is suspended; nothing can be asked for it until it is resumed.");
    }

    @Test
    void aStoppedAgencyIsRefusedWhateverItAsksFor() {
        // When
        stops.suspend(ADA, POLICE, "Its tokens are stolen.");
        var answer = Door.node(Door.trace("police-north", Door.missingPerson(ELEANOR)));
        // Then
        assertThat(answer.at("/outcome/reason").asText()).isEqualTo("AGREEMENT_NOT_IN_FORCE");
        assertThat(answer.at("/outcome/explanation").asText())
                .isEqualTo("Your agency is suspended; it can ask for nothing until it is resumed.");
        assertThat(Door.node(Door.trace("home-office", Door.missingPerson(ELEANOR)))
                        .get("state")
                        .asText())
                .isEqualTo("UNDER_REVIEW");
    }

    private void startAgain(Stoppable thing) {
        if (stops.holding(thing).isPresent()) {
            stops.proposeResume(ADA, thing, OptionalLong.empty(), "It is put right.");
            stops.approveResume(PAUL, thing, OptionalLong.empty(), "It is indeed put right.");
        }
    }

    private static JsonNode read(JsonNode request) {
        return Door.node(Door.read(Door.as("court-service"), request.get("id").asText()));
    }
}
