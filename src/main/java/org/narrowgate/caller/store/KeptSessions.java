package org.narrowgate.caller.store;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The sessions of one door, by what its cookie holds. */
interface KeptSessions {
    /** Starts one, the call's from now on. @return what the cookie is to hold */
    String begin(RoutingContext call, Tokens tokens);

    /** The tokens of a session that is alive, the call's from now on. */
    Optional<Tokens> find(RoutingContext call, String cookie);

    /** Gives the call's session fresh tokens. @return what the cookie holds; empty where there is no such session now */
    Optional<String> renew(RoutingContext call, Tokens tokens);

    void end(String cookie);
}
