package org.narrowgate.caller;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time at the console, from sign-in to sign-out. The browser holds the reference and nothing else; the
 * database holds only its hash, so that who reads the table can take over no session.
 */
public final class StaffSession {
    /** Whatever is done meanwhile, staff sign in again after this. */
    public static final Duration LONGEST = Duration.ofHours(8);
    /** A session that nobody used for so long is over. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final String KEY = StaffSession.class.getName();
    private static final String FORM = "form";

    private final SessionReference reference;

    private StaffSession(SessionReference reference) {
        this.reference = reference;
    }

    /** A new one, with a reference that nobody can guess. */
    public static StaffSession begin() {
        return new StaffSession(SessionReference.fresh());
    }

    /** What a cookie refers to; empty for what cannot be a reference of ours. */
    public static Optional<StaffSession> referredToBy(String cookie) {
        return SessionReference.in(cookie).map(StaffSession::new);
    }

    /** The session this call came with, once it has been found to be alive. */
    public static Optional<StaffSession> of(RoutingContext call) {
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

    /** What every form of this session, and of no other, sends along. */
    public String formToken() {
        return reference.derivedFor(FORM);
    }

    /** Whether a form was made for this session. */
    public boolean made(@Nullable String token) {
        return reference.derived(FORM, token);
    }
}
