package org.narrowgate.caller.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One person's session as the table holds it. */
@Entity
// To note that a session was used must not put back the tokens that another call has renewed meanwhile.
@DynamicUpdate
@Table(name = "person_session")
class PersonSessionEntity {
    @Id
    byte[] reference;

    @Column(name = "id_token", nullable = false)
    String idToken;

    @Column(name = "refresh_token")
    @Nullable
    String refreshToken;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "seen_at", nullable = false)
    Instant seenAt;
}
