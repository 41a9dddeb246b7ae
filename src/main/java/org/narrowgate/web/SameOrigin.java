package org.narrowgate.web;

import static java.util.function.Predicate.not;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a form was sent from a page of ours, as far as a browser tells. */
public final class SameOrigin {
    private SameOrigin() {}

    /**
     * False where the sender says it comes from elsewhere. What tells nothing of itself is no browser.
     *
     * @param header the call's headers, by name
     * @param asked the address that was called
     */
    public static boolean isClaimed(UnaryOperator<@Nullable String> header, UriInfo asked) {
        return told(header, "Sec-Fetch-Site").filter(not("same-origin"::equals)).isEmpty()
                && told(header, "Origin").filter(not(originOf(asked)::equals)).isEmpty();
    }

    private static Optional<String> told(UnaryOperator<@Nullable String> header, String name) {
        return Optional.ofNullable(header.apply(name));
    }

    private static String originOf(UriInfo asked) {
        var base = asked.getBaseUri();
        return base.getScheme() + "://" + base.getAuthority();
    }
}
