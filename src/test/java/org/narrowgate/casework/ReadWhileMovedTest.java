package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;

/** An outcome that is read between the moment a move was decided on and the moment it is written down. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ReadWhileMovedTest {
    private static final Asker POLICE =
            new Asker(new AgencyId("police-north"), Set.of(new PurposeId("missing-vulnerable-person")));
    private static final Selection GENDER = new Selection.OfPerson(Set.of(Field.GENDER));

    @Inject
    TracingRequests requests;

    @Inject
    Recorder recorder;

    @Inject
    CaseFiles files;

    @Inject
    Caseworkers caseworkers;

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void whatLeftWhileTheWrongPersonWasReportedIsStillToBeDestroyed() {
        // Given
        var id = approved();
        // When
        moved(id, Step.Kind.MISMATCH, CaseState.Traced::reportMismatch);
        // Then
        assertStillToBeDestroyed(id, CaseState.Closed.Cause.WRONG_PERSON);
    }

    @Test
    void whatLeftWhileTheOutcomeLapsedIsStillToBeDestroyed() {
        // Given
        var id = approved();
        // When
        moved(id, Step.Kind.LAPSE, CaseState.Traced::lapse);
        // Then
        assertStillToBeDestroyed(id, CaseState.Closed.Cause.NEVER_READ);
    }

    private interface Closing {
        CaseState.Closed of(CaseState.Traced traced);
    }

    /** Decided on what was there before the agency read it, the first time. */
    private void moved(TracingRequestId id, Step.Kind kind, Closing closing) {
        var attempts = new AtomicInteger();
        recorder.<CaseFile>record(moment -> {
            var file = files.find(id).orElseThrow();
            if (attempts.incrementAndGet() == 1) {
                requests.read(POLICE, id, GENDER);
            }
            var closed = closing.of((CaseState.Traced) file.state());
            return new Attempt.ToRecord<>(Draft.moved(file, file.moved(closed), kind, Map.of(), moment));
        });
    }

    private void assertStillToBeDestroyed(TracingRequestId id, CaseState.Closed.Cause cause) {
        assertThat(files.find(id).orElseThrow().state())
                .isInstanceOfSatisfying(
                        CaseState.Closed.class,
                        closed -> assertThat(closed)
                                .extracting(
                                        CaseState.Closed::cause,
                                        CaseState.Closed::isToBeDestroyed,
                                        CaseState.Closed::readings)
                                .containsExactly(cause, true, 1));
    }

    private TracingRequestId approved() {
        var asked = Caseworkers.aboutAMissingChild("9000000009", Priority.STANDARD);
        var id = requests.request(POLICE, asked, new Selection.NoPerson(), null)
                .request()
                .id();
        caseworkers.approve(id.toString());
        return id;
    }
}
