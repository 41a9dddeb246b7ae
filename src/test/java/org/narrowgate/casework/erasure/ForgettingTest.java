package org.narrowgate.casework.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.Answer;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.cli.OwnerAtTheKeyboard;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.governance.OwnDatabase;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(OwnDatabase.class)
class ForgettingTest {
    private static final Asker FRAUD = new Asker(new AgencyId("counter-fraud"), Set.of(new PurposeId("counter-fraud")));
    private static final Asker POLICE =
            new Asker(new AgencyId("police-north"), Set.of(new PurposeId("missing-vulnerable-person")));
    private static final Selection EVERYTHING = new Selection.OfPerson(EnumSet.allOf(Field.class));
    private static final String NOBODYS = "9111231130";
    private static final String HARTFIELDS = "9000000009";

    @Inject
    TracingRequests requests;

    @Inject
    RequestService rights;

    @Inject
    Caseworkers caseworkers;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    OwnerAtTheKeyboard owner;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
        behind.change("GRANT eraser TO " + MigratedDatabase.APPLICATION);
    }

    @AfterEach
    void takeTheRoleBack() {
        behind.change("REVOKE eraser FROM " + MigratedDatabase.APPLICATION);
    }

    @Test
    void erasesOneRequestThatIsOverBeforeItsTime() {
        // Given
        var id = about(NOBODYS);
        // When
        var said = owner.types("forget", "--request", id, "--reason", "court-order", "--yes");
        // Then
        assertThat(said)
                .isEqualTo(
                        "forget: request %s is erased, says entry %d of the log%n".formatted(id, behind.entries() - 1));
        assertThat(particularsOf(id)).isZero();
        assertThat(behind.circumstances(behind.entries() - 1).get("reason").asText())
                .isEqualTo("court-order");
        assertThat(owner.types("verify-log", "--database"))
                .startsWith("verify-log: holds: ")
                .contains(" erased, not tampered with (court-order)");
    }

    @Test
    void mayNotDoSoAsThePlainApplication() {
        // Given
        var id = about(NOBODYS);
        behind.change("REVOKE eraser FROM " + MigratedDatabase.APPLICATION);
        var entries = behind.entries();
        // When
        var said = owner.types("forget", "--request", id, "--reason", "court-order", "--yes");
        // Then
        assertThat(said)
                .isEqualTo(
                        "forget: not all was erased: the log could not be written, or the database's role is no member"
                                + " of `eraser`%n".formatted());
        assertThat(behind.entries()).isEqualTo(entries);
        assertThat(particularsOf(id)).isEqualTo(1);
        assertThat(behind.rows("SELECT erased_at FROM tracing_request WHERE id = ?::uuid", id))
                .containsExactly(List.of("null"));
    }

    @Test
    void erasesWhatNamesAPersonUnderEveryKeyAndSaysWhatCannotGoYet() {
        // Given
        var number = "9000000130"; // nobody is traced by it, so what was asked is over at once
        var before = about(number);
        owner.types("migrate", "--new-pseudonym-key");
        var open =
                requests.request(POLICE, Caseworkers.aboutAMissingChild(number, Priority.STANDARD), EVERYTHING, null);
        // When
        var said = typedFor(number);
        // Then
        assertThat(said)
                .isEqualTo("forget: 1 requests and 0 other entries of the log are erased; 1 cannot go yet: still open%n"
                        .formatted());
        assertThat(particularsOf(before)).isZero();
        assertThat(particularsOf(open.request().id().toString())).isEqualTo(1);
    }

    @Test
    void saysThatWhatThePersonAskedStaysUntilItsOwnDay() {
        // Given
        var number = "9000000165";
        rights.ask(new NhsNumber(number), new Asked.Restriction(), "my former husband must not find me");
        // When
        var said = typedFor(number);
        // Then
        assertThat(said)
                .isEqualTo("forget: 0 requests and 0 other entries of the log are erased; 1 cannot go yet: asked by the"
                        + " person, and erased a year after it is over%n".formatted());
        assertThat(rights.casesOf(new NhsNumber(number))).hasSize(1);
    }

    @Test
    void keepsWhatAnAgencyStillHolds() {
        // Given
        var held = about(HARTFIELDS);
        // When
        var said = owner.types("forget", "--request", held, "--reason", "persons-request", "--yes");
        // Then
        assertThat(said)
                .isEqualTo("forget: request %s cannot go yet: data held by its agency and not attested as destroyed%n"
                        .formatted(held));
        assertThat(particularsOf(held)).isEqualTo(1);
    }

    @Test
    void erasesNothingThatNobodyConfirmed() {
        // Given
        var id = about(NOBODYS);
        // When
        var said = owner.types("forget", "--request", id, "--reason", "court-order");
        // Then
        assertThat(said).isEqualTo("forget: not confirmed, nothing was erased%n".formatted());
        assertThat(particularsOf(id)).isEqualTo(1);
    }

    @Test
    void tellsNothingOfARequestThatIsNotThere() {
        // Given
        var id = UUID.randomUUID().toString();
        // When, then
        assertThat(owner.types("forget", "--request", id, "--reason", "court-order", "--yes"))
                .isEqualTo("forget: there is no request " + id + System.lineSeparator());
    }

    private String typedFor(String number) {
        var standardInput = System.in;
        System.setIn(new ByteArrayInputStream((number + "\n").getBytes(UTF_8)));
        try {
            return owner.types("forget", "--person", "--reason", "persons-request", "--yes");
        } finally {
            System.setIn(standardInput);
        }
    }

    private String about(String number) {
        var subject = new Subject.ByNhsNumber(new NhsNumber(number), Optional.empty());
        Answer answer = requests.request(
                FRAUD,
                new NewTracingRequest(
                        new RequestFacts(
                                new PurposeId("counter-fraud"),
                                Optional.empty(),
                                Sources.EXHAUSTED,
                                Optional.empty(),
                                subject.arguments()),
                        subject,
                        "case 1",
                        "every other source of information was tried",
                        Priority.STANDARD,
                        Optional.empty()),
                EVERYTHING,
                null);
        return answer.request().id().toString();
    }

    /** Of what came before it was erased. */
    private long particularsOf(String id) {
        return Long.parseLong(behind.rows(
                        "SELECT count(*) FROM ledger_particulars p JOIN tracing_request_entry t ON t.entry_index = p.index"
                                + " JOIN ledger_entry e ON e.index = p.index WHERE t.request = ?::uuid"
                                + " AND convert_from(e.circumstances, 'UTF8')::jsonb ->> 'kind' <> 'erasure'",
                        id)
                .getFirst()
                .getFirst());
    }
}
