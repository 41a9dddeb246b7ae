package org.narrowgate.caller;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's time at their own record, from sign-in to sign-out: short, for it may be at somebody else's computer.
 * Nothing that is known of a session of staff opens one of these, and the other way round.
 */
public final class PersonSession {
    /** Whatever is done meanwhile, people sign in again after this. */
    public static final Duration LONGEST = Duration.ofHours(1);
    /** A session that nobody used for so long is over. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    private static final String KEY = PersonSession.class.getName();
    private static final String FORM = "form";
    private static final String LOG = "log";

    private final SessionReference reference;

    private PersonSession(SessionReference reference) {
        this.reference = reference;
    }

    /** A new one, with a reference that nobody can guess. */
    public static PersonSession begin() {
        return new PersonSession(SessionReference.fresh());
    }

    /** What a cookie refers to; empty for what cannot be a reference of ours. */
    public static Optional<PersonSession> referredToBy(String cookie) {
        return SessionReference.in(cookie).map(PersonSession::new);
    }

    /** The session this call came with, once it has been found to be alive. */
    public static Optional<PersonSession> of(RoutingContext call) {
        return Optional.ofNullable(call.get(KEY));
    }

    /** Makes this the session of a call. */
    public void holdFor(RoutingContext call) {
        call.put(KEY, this);
    }

    /** What the cookie holds. */
    public String reference() {
        return reference.value();
    }

    /** What the database knows the session by. */
    public byte[] hash() {
        return reference.hash();
    }

    /** What the disclosure log tells this session from others by. */
    public String mark() {
        return reference.derivedFor(LOG);
    }

    /** What every form of this session, and of no other, sends along. */
    public String formToken() {
        return reference.derivedFor(FORM);
    }

    /** Whether a form was made for this session. */
    public boolean made(@Nullable String token) {
        return reference.derived(FORM, token);
    }
}
