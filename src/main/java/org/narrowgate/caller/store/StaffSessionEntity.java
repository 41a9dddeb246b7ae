package org.narrowgate.caller.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One session as the table holds it. */
@Entity
@Table(name = "staff_session")
class StaffSessionEntity {
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
