package org.narrowgate.caller.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class StaffSessionsTest {
    @Inject
    StaffSessions sessions;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Test
    void tokensRenewedByOneCallOutliveALookByAnother() {
        // Given
        var session = StaffSession.begin();
        sessions.begin(session, new Tokens("identity 1", "refresh 1"));
        behind.change(
                "UPDATE staff_session SET seen_at = seen_at - interval '5 minutes' WHERE reference = ?",
                session.hash());
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            sessions.tokens(session);
            QuarkusTransaction.requiringNew().run(() -> sessions.renew(session, new Tokens("identity 2", "refresh 2")));
        });
        // Then
        assertThat(sessions.tokens(session)).contains(new Tokens("identity 2", "refresh 2"));
    }
}
