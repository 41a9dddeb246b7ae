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
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of a sign-in in the database and gives the browser a reference. Quarkus encrypts them before they
 * come here, with the secret of the client that was signed in through. The access token is not kept: nobody needs it.
 *
 * <p>INVARIANT: the tenant alone says whose sessions are meant, and each kind is looked for in its own table: what one
 * door's cookie holds opens nothing at the other.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokensInDatabase implements TokenStateManager {
    // Set by Quarkus when it has exchanged the refresh token; it then deletes the session and makes it anew.
    private static final String REFRESHED = "refresh_token_grant_response";
    private static final String RENEWED = TokensInDatabase.class.getName() + ".renewed";
    private static final String CONTEXT = TokensInDatabase.class.getName() + ".context";

    private final Map<String, KeptSessions> sessions;

    TokensInDatabase(StaffSessions staff, PersonSessions people) {
        this.sessions = Map.of("console", staff, "my-record", people);
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext call,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> work) {
        var kept = new Tokens(tokens.getIdToken(), tokens.getRefreshToken());
        var here = sessionsOf(tenant);
        return backHome(
                call,
                () -> work.runBlocking(() -> isBeingRenewed(call) ? renew(here, call, kept) : here.begin(call, kept)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext call,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> work) {
        call.put(CONTEXT, call.vertx().getOrCreateContext());
        var here = sessionsOf(tenant);
        return work.runBlocking(() -> here.find(call, cookie)
                .map(tokens -> new AuthorizationCodeTokens(tokens.identity(), null, tokens.refresh()))
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
        // A cookie of this name can come to the door where nobody signs in: there is nothing to delete.
        return tenant.tenantId()
                .map(sessions::get)
                .map(here -> backHome(call, () -> work.runBlocking(() -> end(here, cookie))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private KeptSessions sessionsOf(OidcTenantConfig tenant) {
        return tenant.tenantId().map(sessions::get).orElseThrow(AuthenticationFailedException::new);
    }

    private static @Nullable Void end(KeptSessions here, String cookie) {
        here.end(cookie);
        return null;
    }

    private static String renew(KeptSessions here, RoutingContext call, Tokens tokens) {
        call.put(RENEWED, true);
        // Empty where somebody signed out in another tab while the tokens were on their way.
        return here.renew(call, tokens).orElseThrow(AuthenticationFailedException::new);
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
