package org.narrowgate.caller.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.narrowgate.caller.StaffSession;

/** The sessions of staff, for every replica alike. */
@ApplicationScoped
@Transactional
class StaffSessions implements PanacheRepositoryBase<StaffSessionEntity, byte[]>, KeptSessions {
    // A look at every page need not be a write at every page.
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private final Clock clock;

    StaffSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String begin(RoutingContext call, Tokens tokens) {
        var session = StaffSession.begin();
        begin(session, tokens);
        session.holdFor(call);
        return session.reference();
    }

    @Override
    public Optional<Tokens> find(RoutingContext call, String cookie) {
        var session = StaffSession.referredToBy(cookie);
        var tokens = session.flatMap(this::tokens);
        tokens.ifPresent(alive -> session.get().holdFor(call));
        return tokens;
    }

    @Override
    public Optional<String> renew(RoutingContext call, Tokens tokens) {
        return StaffSession.of(call).filter(session -> renew(session, tokens)).map(StaffSession::reference);
    }

    @Override
    public void end(String cookie) {
        StaffSession.referredToBy(cookie).ifPresent(session -> deleteById(session.hash()));
    }

    /** Starts one, and clears away those that are over. */
    void begin(StaffSession session, Tokens tokens) {
        var now = clock.instant();
        delete("seenAt < ?1 or startedAt < ?2", now.minus(StaffSession.IDLE), now.minus(StaffSession.LONGEST));
        var row = new StaffSessionEntity();
        row.reference = session.hash();
        row.idToken = tokens.identity();
        row.refreshToken = tokens.refresh();
        row.startedAt = now;
        row.seenAt = now;
        persist(row);
    }

    /** Its tokens, where it is alive; being asked for keeps it alive. */
    Optional<Tokens> tokens(StaffSession session) {
        var now = clock.instant();
        var alive = findByIdOptional(session.hash()).filter(row -> isAlive(row, now));
        alive.filter(row -> row.seenAt.plus(NOTICE).isBefore(now)).ifPresent(row -> row.seenAt = now);
        return alive.map(row -> new Tokens(row.idToken, row.refreshToken));
    }

    /** Gives a session fresh tokens. @return whether there is still such a session */
    boolean renew(StaffSession session, Tokens tokens) {
        return update(
                        "idToken = ?1, refreshToken = ?2 where reference = ?3",
                        tokens.identity(),
                        tokens.refresh(),
                        session.hash())
                == 1;
    }

    private static boolean isAlive(StaffSessionEntity row, Instant now) {
        return now.isBefore(row.seenAt.plus(StaffSession.IDLE))
                && now.isBefore(row.startedAt.plus(StaffSession.LONGEST));
    }
}
