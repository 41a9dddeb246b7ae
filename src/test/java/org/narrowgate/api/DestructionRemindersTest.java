package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;

/** What an agency is told of the destruction it owes. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class DestructionRemindersTest {
    private static final String AGENCY = "national-crime-agency";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
        oweNothing();
    }

    // Else other tests' requests would be refused.
    @AfterEach
    void oweNothing() {
        behind.change(
                "UPDATE tracing_request SET destroyed_on = destroy_by, destruction_method = 'shredded'"
                        + " WHERE agency = ? AND destroyed_on IS NULL AND destroy_by IS NOT NULL",
                AGENCY);
    }

    @Test
    void areNoneWhereNothingIsOwed() {
        assertThat(entitled()).isEqualTo(entitlement(0, 0, "null"));
    }

    @Test
    void countWhatIsToBeDestroyedAndComeAFortnightBefore() {
        // Given
        traced();
        var far = entitled();
        toBeDestroyedBy(today().plusDays(14));
        // When
        var near = entitled();
        // Then
        assertThat(far).isEqualTo(entitlement(1, 0, "null"));
        assertThat(near)
                .isEqualTo(entitlement(
                        1,
                        0,
                        "\"Of 1 disclosure to be destroyed, the next is to be destroyed by " + today().plusDays(14)
                                + " and attested: 14 days left.\""));
    }

    @Test
    void sayWhatIsOverdueUntilItIsAttested() {
        // Given
        var id = traced();
        toBeDestroyedBy(today().minusDays(1));
        // When
        var overdue = entitled();
        var refused = Door.node(ask()).at("/outcome/reason").asText();
        move("attestDestruction", "destroyedOn: \"" + today() + "\", method: \"shredded\"", id);
        // Then
        assertThat(overdue)
                .isEqualTo(entitlement(
                        1,
                        1,
                        "\"Of 1 disclosure to be destroyed, 1 is past the day: destroy and attest; until then new"
                                + " requests for this purpose are refused.\""));
        assertThat(refused).isEqualTo("DESTRUCTION_OVERDUE");
        assertThat(entitled()).isEqualTo(entitlement(0, 0, "null"));
    }

    @Test
    void sayOfARequestByWhenItsDisclosureIsToBeDestroyedUntilThatIsAttested() {
        // Given
        var id = traced();
        toBeDestroyedBy(today().plusDays(30));
        // When
        var read = read(id);
        var mistaken = move("reportMismatch", "reason: \"Another person altogether.\"", id);
        var attested = move("attestDestruction", "destroyedOn: \"" + today() + "\", method: \"shredded\"", id);
        // Then
        var reminder = "{\"reminder\":\"Destroy what was disclosed by " + today().plusDays(30)
                + " and attest it: 30 days left.\"}";
        assertThat(read).isEqualTo(reminder);
        assertThat(mistaken).isEqualTo(reminder);
        assertThat(attested).isEqualTo("{\"reminder\":null}");
        assertThat(read(id)).isEqualTo("{\"reminder\":null}");
    }

    @Test
    void sayNothingOfARequestThatTracedNobody() {
        // Given
        var id = Door.node(Door.trace(AGENCY, arrestWarrant(named("Nobody", "Whatever", "1984-03-07"))))
                .get("id")
                .asText();
        // When, Then
        assertThat(read(id)).isEqualTo("{\"reminder\":null}");
    }

    private static String read(String id) {
        return Door.node(Door.answer(
                        Door.as(AGENCY), "query($id: ID!) { tracingRequest(id: $id) { reminder } }", Map.of("id", id)))
                .toString();
    }

    private static String move(String move, String arguments, String id) {
        return Door.node(Door.answer(
                        Door.as(AGENCY),
                        "mutation($id: ID!) { " + move + "(id: $id, " + arguments + ") { reminder } }",
                        Map.of("id", id)))
                .toString();
    }

    private void toBeDestroyedBy(LocalDate day) {
        behind.change(
                "UPDATE tracing_request SET destroy_by = ?::date WHERE agency = ? AND destroyed_on IS NULL"
                        + " AND destroy_by IS NOT NULL",
                day.toString(),
                AGENCY);
    }

    private static String traced() {
        return Door.node(ask()).get("id").asText();
    }

    private static String ask() {
        return Door.trace(AGENCY, arrestWarrant(named("Hartfield", "Eleanor", "1984-03-07")));
    }

    private static String entitled() {
        return Door.answer(
                Door.with(Tokens.of(AGENCY, "purpose:arrest-warrant")),
                "{ entitlements { purpose destructionsDue destructionsOverdue reminder } }",
                Map.of());
    }

    private static String entitlement(int due, int overdue, String reminder) {
        return "{\"data\":{\"entitlements\":[{\"purpose\":\"arrest-warrant\",\"destructionsDue\":" + due
                + ",\"destructionsOverdue\":" + overdue + ",\"reminder\":" + reminder + "}]}}";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }
}
