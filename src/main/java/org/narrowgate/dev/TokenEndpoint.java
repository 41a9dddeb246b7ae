package org.narrowgate.dev;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives tokens: to an agency's application for its secret, to a login for its code or for its refresh token. */
final class TokenEndpoint {
    private record Credentials(String clientId, String secret) {
        boolean hold() {
            return Personas.isClient(clientId) && secret.equals(Personas.SECRET);
        }
    }

    private final TokenIssuer issuer;
    private final LoginPage logins;
    private final RefreshTokens refreshTokens;

    TokenEndpoint(TokenIssuer issuer, LoginPage logins, RefreshTokens refreshTokens) {
        this.issuer = issuer;
        this.logins = logins;
        this.refreshTokens = refreshTokens;
    }

    Reply answer(Question question) {
        if (!question.method().equals("POST")) {
            return Reply.fault(405, "invalid_request", "tokens are asked for with POST");
        }
        var credentials = credentials(question);
        if (credentials.isEmpty() || !credentials.get().hold()) {
            return Reply.fault(401, "invalid_client", "unknown client or wrong secret");
        }
        var clientId = credentials.get().clientId();
        return switch (question.form().getOrDefault("grant_type", "")) {
            case "client_credentials" -> forItself(clientId, question.form().get("scope"));
            case "authorization_code" -> forLogin(clientId, question.form());
            case "refresh_token" -> again(clientId, question.form().getOrDefault("refresh_token", ""));
            default ->
                Reply.fault(400, "unsupported_grant_type", "client_credentials, authorization_code or refresh_token");
        };
    }

    private Reply forItself(String clientId, @Nullable String requested) {
        return clientId.equals(Personas.PIPELINE.username())
                ? tokens(Map.of("access_token", issuer.accessToken(Personas.PIPELINE, clientId, List.of())), List.of())
                : forAgency(clientId, requested);
    }

    private Reply forAgency(String clientId, @Nullable String requested) {
        var agency = Personas.agency(clientId);
        if (agency.isEmpty()) {
            return Reply.fault(400, "unauthorized_client", "this client acts only for somebody who logs in");
        }
        var scopes = requested == null || requested.isBlank()
                ? agency.get().scopes()
                : Arrays.asList(requested.strip().split(" +"));
        if (!agency.get().scopes().containsAll(scopes)) {
            return Reply.fault(400, "invalid_scope", "a scope this client does not have");
        }
        return tokens(Map.of("access_token", issuer.accessToken(agency.get(), scopes)), scopes);
    }

    private Reply forLogin(String clientId, Map<String, String> form) {
        var granted = logins.redeem(form.getOrDefault("code", ""))
                .filter(code -> code.clientId().equals(clientId))
                .filter(code -> code.redirectUri().equals(form.get("redirect_uri")))
                .filter(code -> proves(form.get("code_verifier"), code.challenge()));
        if (granted.isEmpty()) {
            return Reply.fault(400, "invalid_grant", "the code is unknown, used, expired or another client's");
        }
        var code = granted.get();
        var login = new RefreshTokens.Login(
                code.login(), clientId, List.of(code.scope().split(" +")), issuer.now());
        return tokens(login, refreshTokens.keep(login), code.nonce());
    }

    private Reply again(String clientId, String refreshToken) {
        return refreshTokens
                .login(refreshToken)
                .filter(login -> login.clientId().equals(clientId))
                .map(login -> tokens(login, refreshToken, null))
                .orElseGet(() -> Reply.fault(400, "invalid_grant", "the login is over, unknown or another client's"));
    }

    private Reply tokens(RefreshTokens.Login login, String refreshToken, @Nullable String nonce) {
        return tokens(
                Map.of(
                        "access_token", issuer.accessToken(login.who(), login.clientId(), login.scopes()),
                        "id_token", issuer.idToken(login, nonce),
                        "refresh_token", refreshToken),
                login.scopes());
    }

    private static Reply tokens(Map<String, String> tokens, List<String> scopes) {
        var content = new java.util.TreeMap<String, Object>(tokens);
        content.put("token_type", "Bearer");
        content.put("expires_in", TokenIssuer.LIFETIME.toSeconds());
        content.put("scope", String.join(" ", scopes));
        return Reply.json(200, content);
    }

    /** Proof key for code exchange (RFC 7636), method S256. */
    private static boolean proves(@Nullable String verifier, @Nullable String challenge) {
        if (challenge == null) {
            return true;
        }
        if (verifier == null) {
            return false;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<Credentials> credentials(Question question) {
        var authorization = question.authorization();
        if (authorization == null) {
            return Optional.of(new Credentials(
                    question.form().getOrDefault("client_id", ""),
                    question.form().getOrDefault("client_secret", "")));
        }
        if (!authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        return basic(authorization.substring("Basic ".length()));
    }

    private static Optional<Credentials> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
            return pair.length == 2
                    ? Optional.of(new Credentials(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
