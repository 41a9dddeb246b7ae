package org.narrowgate.caller.store;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.caller.store.StaffSessions.Tokens;

/**
 * Keeps the tokens of a sign-in in the database and gives the browser a reference. Quarkus encrypts them before they
 * come here, with the console client's secret. The access token is not kept: nobody needs it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokensInDatabase implements TokenStateManager {
    // Set by Quarkus when it has exchanged the refresh token; it then deletes the session and makes it anew.
    private static final String REFRESHED = "refresh_token_grant_response";
    private static final String RENEWED = TokensInDatabase.class.getName() + ".renewed";
    private static final String CONTEXT = TokensInDatabase.class.getName() + ".context";

    private final StaffSessions sessions;

    TokensInDatabase(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext call,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> work) {
        var kept = new Tokens(tokens.getIdToken(), tokens.getRefreshToken());
        return backHome(
                call, () -> work.runBlocking(() -> isBeingRenewed(call) ? renew(call, kept) : begin(call, kept)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext call,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> work) {
        call.put(CONTEXT, call.vertx().getOrCreateContext());
        return work.runBlocking(() -> StaffSession.referredToBy(cookie)
                .flatMap(session -> sessions.tokens(session).map(tokens -> found(call, session, tokens)))
                .orElseThrow(AuthenticationFailedException::new));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext call, OidcTenantConfig tenant, String cookie, OidcRequestContext<Void> work) {
        // The same session goes on with fresh tokens: pages that are open keep their form token, and a second request
        // under way keeps its cookie.
        if (isBeingRenewed(call)) {
            return Uni.createFrom().voidItem();
        }
        return backHome(call, () -> work.runBlocking(() -> end(cookie)));
    }

    private String begin(RoutingContext call, Tokens tokens) {
        var session = StaffSession.begin();
        sessions.begin(session, tokens);
        session.holdFor(call);
        return session.reference();
    }

    private @Nullable Void end(String cookie) {
        StaffSession.referredToBy(cookie).ifPresent(sessions::end);
        return null;
    }

    private String renew(RoutingContext call, Tokens tokens) {
        call.put(RENEWED, true);
        return StaffSession.of(call)
                .filter(session -> sessions.renew(session, tokens))
                .map(StaffSession::reference)
                // Signed out in another tab while the tokens were on their way.
                .orElseThrow(AuthenticationFailedException::new);
    }

    private static AuthorizationCodeTokens found(RoutingContext call, StaffSession session, Tokens tokens) {
        session.holdFor(call);
        return new AuthorizationCodeTokens(tokens.identity(), null, tokens.refresh());
    }

    private static boolean isBeingRenewed(RoutingContext call) {
        return Boolean.TRUE.equals(call.get(REFRESHED)) && call.get(RENEWED) == null;
    }

    /**
     * Requests of one session that refresh it at the same time share one answer of the identity provider, and Quarkus
     * 3.34 goes on with all of them on the context of the first, which may be over (quarkusio/quarkus#53748).
     */
    private static <T> Uni<T> backHome(RoutingContext call, Supplier<Uni<T>> work) {
        Context home = call.get(CONTEXT);
        if (home == null) {
            return work.get();
        }
        return Uni.createFrom()
                .voidItem()
                .emitOn(step -> home.runOnContext(_ -> step.run()))
                .chain(() -> work.get());
    }
}
