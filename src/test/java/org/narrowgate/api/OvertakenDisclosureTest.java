package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.coroner;
import static org.narrowgate.api.Door.counterFraud;
import static org.narrowgate.api.Door.numbered;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.subject.NhsNumber;

/** Somebody who was found and read, and is protected, merged or left alone before that is written down. */
@QuarkusTest
@TestProfile(OvertakenLedger.Profile.class)
class OvertakenDisclosureTest {
    private static final String ELEANOR = "9000000009";
    private static final String OTHER = "9000000084";

    @Inject
    OvertakenLedger ledger;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    RequestService requests;

    @BeforeEach
    void holdTheCastAsItIs() {
        // What a test changes past the import, the import would leave so.
        behind.change("DELETE FROM person");
        behind.change("UPDATE rights_case SET held_until = NULL");
        behind.holdTheCast();
    }

    @Test
    void whoIsRestrictedMeanwhileIsNotTraced() {
        // Given
        ledger.overtakeNextBy(() -> requests.ask(new NhsNumber(ELEANOR), new Asked.Restriction(), ""));
        // When
        var answer = Door.trace("counter-fraud", counterFraud(numbered(ELEANOR)), "deceased");
        // Then
        assertNotTraced(answer);
    }

    @Test
    void whoObjectsMeanwhileToThePurposeIsNotTracedForIt() {
        // Given
        ledger.overtakeNextBy(() -> requests.ask(
                new NhsNumber(ELEANOR),
                new Asked.Objection(new PurposeId("counter-fraud")),
                "It is nobody's business."));
        // When
        var answer = Door.trace("counter-fraud", counterFraud(numbered(ELEANOR)), "deceased");
        // Then
        assertNotTraced(answer);
    }

    @Test
    void whoIsVeryProtectedMeanwhileIsNotTraced() {
        // Given
        ledger.overtakeNextBy(() -> behind.protect(ELEANOR, "V"));
        // When
        var answer = Door.trace("coroner", coroner(numbered(ELEANOR)), "generalPractice { odsCode }");
        // Then
        assertNotTraced(answer);
    }

    @Test
    void whoseWhereaboutsAreProtectedMeanwhileIsTracedWithoutThem() {
        // Given
        ledger.overtakeNextBy(() -> behind.protect(ELEANOR, "R"));
        // When
        var answer = Door.trace("coroner", coroner(numbered(ELEANOR)), "generalPractice { odsCode }");
        // Then
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("TRACED");
        assertThat(answer).contains("\"generalPractice\":null");
        assertThat(lastEntry()).contains("\"released\":[]").contains("\"outcome\":\"traced\"");
        assertThat(behind.rows("SELECT count(*) FROM tracing_request WHERE id = ?::uuid", idOf(answer)))
                .containsExactly(List.of("1"));
    }

    @Test
    void whoIsMergedMeanwhileIntoSomebodyIsTracedAsThem() {
        // Given
        ledger.overtakeNextBy(
                () -> behind.change("UPDATE person SET superseded_by = '9000000092' WHERE nhs_number = ?", ELEANOR));
        // When
        var answer = Door.trace("coroner", coroner(numbered(ELEANOR)), "deceased");
        // Then
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("TRACED");
        assertThat(behind.rows(
                        "SELECT p.nhs_number FROM tracing_request r JOIN person p ON p.id = r.person"
                                + " WHERE r.id = ?::uuid",
                        idOf(answer)))
                .containsExactly(List.of("9000000092"));
    }

    @Test
    void whoTakesOverSomebodysRestrictionMeanwhileIsNotTraced() {
        // Given
        behind.change("UPDATE person SET superseded_by = NULL WHERE nhs_number = ?", OTHER);
        requests.ask(new NhsNumber(OTHER), new Asked.Restriction(), "");
        ledger.overtakeNextBy(
                () -> behind.change("UPDATE person SET superseded_by = ? WHERE nhs_number = ?", ELEANOR, OTHER));
        // When
        var answer = Door.trace("counter-fraud", counterFraud(numbered(ELEANOR)), "deceased");
        // Then
        assertNotTraced(answer);
    }

    private void assertNotTraced(String answer) {
        assertThat(Door.node(answer).get("state").asText()).isEqualTo("NOT_TRACED");
        assertThat(lastEntry()).contains("\"outcome\":\"not-traced\"").doesNotContain("released");
        assertThat(behind.rows(
                        "SELECT DISTINCT convert_from(circumstances, 'UTF8')::jsonb ->> 'outcome'"
                                + " FROM ledger_entry WHERE convert_from(circumstances, 'UTF8')::jsonb ->> 'request' = ?",
                        idOf(answer)))
                .containsExactly(List.of("not-traced"));
    }

    private String lastEntry() {
        return behind.rows("SELECT convert_from(circumstances, 'UTF8') FROM ledger_entry ORDER BY index DESC LIMIT 1")
                .getFirst()
                .getFirst();
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }
}
