package org.narrowgate.caller;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.PurposeId;

/** What a verified access token says of an agency's application. */
record AgencyToken(Optional<String> client, Set<PurposeId> purposes) {
    private static final String PURPOSE_SCOPE = "purpose:";

    static AgencyToken of(JsonWebToken token) {
        return new AgencyToken(client(token), purposes(token.getClaim("scope")));
    }

    private static Optional<String> client(JsonWebToken token) {
        return Stream.of("azp", "client_id")
                .map(claim -> text(token.<Object>getClaim(claim)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Set<PurposeId> purposes(@Nullable Object scope) {
        return text(scope).stream()
                .flatMap(scopes -> Arrays.stream(scopes.split(" ")))
                .filter(name -> name.startsWith(PURPOSE_SCOPE))
                .map(name -> PurposeId.parse(name.substring(PURPOSE_SCOPE.length())))
                // A scope that names no purpose grants none.
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
