package org.narrowgate.caller.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.narrowgate.caller.PersonSession;

/** The sessions of people at their own record, for every replica alike and in a table of their own. */
@ApplicationScoped
@Transactional
class PersonSessions implements PanacheRepositoryBase<PersonSessionEntity, byte[]>, KeptSessions {
    // A look at every page need not be a write at every page.
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private final Clock clock;

    PersonSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String begin(RoutingContext call, Tokens tokens) {
        var session = PersonSession.begin();
        begin(session, tokens);
        session.holdFor(call);
        return session.reference();
    }

    @Override
    public Optional<Tokens> find(RoutingContext call, String cookie) {
        var session = PersonSession.referredToBy(cookie);
        var tokens = session.flatMap(this::tokens);
        tokens.ifPresent(alive -> session.get().holdFor(call));
        return tokens;
    }

    @Override
    public Optional<String> renew(RoutingContext call, Tokens tokens) {
        return PersonSession.of(call).filter(session -> renew(session, tokens)).map(PersonSession::reference);
    }

    @Override
    public void end(String cookie) {
        PersonSession.referredToBy(cookie).ifPresent(session -> deleteById(session.hash()));
    }

    /** Starts one, and clears away those that are over. */
    void begin(PersonSession session, Tokens tokens) {
        var now = clock.instant();
        delete("seenAt < ?1 or startedAt < ?2", now.minus(PersonSession.IDLE), now.minus(PersonSession.LONGEST));
        var row = new PersonSessionEntity();
        row.reference = session.hash();
        row.idToken = tokens.identity();
        row.refreshToken = tokens.refresh();
        row.startedAt = now;
        row.seenAt = now;
        persist(row);
    }

    /** Its tokens, where it is alive; being asked for keeps it alive. */
    Optional<Tokens> tokens(PersonSession session) {
        var now = clock.instant();
        var alive = findByIdOptional(session.hash()).filter(row -> isAlive(row, now));
        alive.filter(row -> row.seenAt.plus(NOTICE).isBefore(now)).ifPresent(row -> row.seenAt = now);
        return alive.map(row -> new Tokens(row.idToken, row.refreshToken));
    }

    /** Gives a session fresh tokens. @return whether there is still such a session */
    boolean renew(PersonSession session, Tokens tokens) {
        return update(
                        "idToken = ?1, refreshToken = ?2 where reference = ?3",
                        tokens.identity(),
                        tokens.refresh(),
                        session.hash())
                == 1;
    }

    private static boolean isAlive(PersonSessionEntity row, Instant now) {
        return now.isBefore(row.seenAt.plus(PersonSession.IDLE))
                && now.isBefore(row.startedAt.plus(PersonSession.LONGEST));
    }
}
