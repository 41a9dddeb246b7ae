package org.narrowgate.api.entrance;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.VerifiedTokens;

/** At the agencies' door a token that was verified a moment ago is taken as it is; any other, and elsewhere, by OIDC. */
@ApplicationScoped
class AgencyAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens<SecurityIdentity> tokens;

    AgencyAuthentication(OidcAuthenticationMechanism oidc, Clock clock) {
        this.oidc = oidc;
        this.tokens = new VerifiedTokens<>(clock);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager identities) {
        return token(call)
                .map(token -> tokens.holder(token)
                        .map(known -> Uni.createFrom().item(known))
                        .orElseGet(() -> verify(token, call, identities)))
                // Nobody, as far as this goes; what comes next looks for itself.
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<SecurityIdentity> verify(String token, RoutingContext call, IdentityProviderManager identities) {
        return oidc.authenticate(call, identities).onItem().ifNotNull().invoke(verified -> remember(token, verified));
    }

    private void remember(String token, SecurityIdentity verified) {
        if (verified.getPrincipal() instanceof JsonWebToken jwt
                && jwt.getRawToken().equals(token)) {
            tokens.remember(token, CallerService.lasting(jwt), Instant.ofEpochSecond(jwt.getExpirationTime()));
        }
    }

    private static Optional<String> token(RoutingContext call) {
        if (!call.normalizedPath().equals(GraphqlEntrance.PATH)) {
            return Optional.empty();
        }
        var sent = call.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return sent.size() == 1 && sent.getFirst().startsWith(SCHEME)
                ? Optional.of(sent.getFirst().substring(SCHEME.length()))
                : Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
