package org.narrowgate.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.casework.review.Caseworkers.CARLA;
import static org.narrowgate.casework.review.Caseworkers.COLIN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.governance.PublishedForTests;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.embargo.EmbargoService;
import org.narrowgate.rights.record.OpenedRecord;
import org.narrowgate.rights.record.RecordJson;
import org.narrowgate.rights.record.RecordService;
import org.narrowgate.rights.request.TravelledRights;
import org.narrowgate.subject.NhsNumber;

/** What is delayed by law does not show, by nothing at all, and shows by itself the day after. */
@QuarkusTest
@TestProfile(TravelledRights.class)
class EmbargoedRecordTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EWA = "9000000092";
    private static final int DAYS = 30;

    private static final PurposeId MISSING = new PurposeId("missing-vulnerable-person");
    private static final Asker POLICE = new Asker(new AgencyId("police-north"), Set.of(MISSING));
    private static final String WARNED = "Whoever hides the child must not be warned.";

    @Inject
    TracingRequests requests;

    @Inject
    EmbargoService embargoes;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    TravelledClock clock;

    @Inject
    PublishedForTests published;

    @Inject
    RecordService records;

    @Test
    void differsByNothingUntilTheEmbargoEndsAndThenSaysWhenItHappened() throws JsonProcessingException {
        // Given
        behind.holdTheCast();
        var then = Instant.now().minus(Duration.ofDays(DAYS + 10));
        published.publish(delayingCounterFraud(), then.minus(Duration.ofDays(1)));
        clock.set(then);
        var copyBefore = copy();
        var pageBefore = page();
        // When
        AskingAgency.counterFraud(EWA);
        // Then
        assertThat(page()).isEqualTo(pageBefore);
        assertThat(copy()).isEqualTo(copyBefore);
        // When
        clock.set(then.plus(Duration.ofDays(DAYS + 1)));
        // Then
        assertThat(page())
                .contains("received details about you", "This was held back from this page until")
                .contains(org.narrowgate.web.LondonTime.moment(then));
        assertThat(copy()).contains("delayedUntil");
    }

    @Test
    void differsByNothingWhereARequestUnderAnEmbargoIsTakenBack() throws JsonProcessingException {
        // Given
        behind.holdTheCast();
        clock.set(Instant.now());
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var copyBefore = copy();
        // When
        var asked = requests.request(
                        POLICE, Caseworkers.aboutAMissingChild(EWA, Priority.STANDARD), new Selection.NoPerson(), null)
                .request()
                .id();
        embargoes.propose(CARLA, asked, 0, today.plusDays(DAYS), today.plusDays(DAYS), WARNED);
        embargoes.approve(COLIN, asked, 1, WARNED);
        clock.set(Instant.now());
        requests.withdraw(POLICE, asked, "The child was found by other means.");
        // Then
        assertThat(copy()).isEqualTo(copyBefore);
        // When
        clock.set(Instant.now().plus(Duration.ofDays(DAYS + 2)));
        // Then
        assertThat(copy()).contains("withdrawn", "delayedUntil");
    }

    private static String page() {
        return RecordForTests.signedInAs("person-superseded")
                .asking()
                .get("/my-record")
                .asString()
                .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "")
                .replaceAll("(?s)<ul class=\"openings\">.*?</ul>", "");
    }

    private String copy() throws JsonProcessingException {
        var opened = records.open(new SignedInPerson(new NhsNumber(EWA)), PersonSession.begin());
        var json = RecordJson.of(((OpenedRecord.Shown) opened).record());
        json.remove("openings");
        return JSON.writeValueAsString(json);
    }

    private static Policy delayingCounterFraud() throws JsonProcessingException {
        var document = JSON.readTree(Policy.shipped().canonicalJson());
        for (var purpose : document.get("purposes")) {
            if (purpose.get("id").asText().equals("counter-fraud")) {
                ((ObjectNode) purpose)
                        .putObject("embargo")
                        .put("days", DAYS)
                        .put(
                                "reviewBy",
                                LocalDate.now(ZoneOffset.UTC).plusDays(90).toString())
                        .put("reason", "A suspect who is warned destroys what would prove it.");
            }
        }
        return Policy.read(JSON.writeValueAsString(document));
    }
}
