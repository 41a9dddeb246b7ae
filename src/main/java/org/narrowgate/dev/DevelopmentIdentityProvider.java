package org.narrowgate.dev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A small OpenID provider with ready personas that lives and dies with this process and hears this machine only. */
public final class DevelopmentIdentityProvider implements AutoCloseable {
    private static final int USUAL_PORT = 8180;

    private final HttpServer server;
    private final String issuer;
    private final TokenIssuer tokens;
    private final LoginPage logins;
    private final RefreshTokens refreshTokens = new RefreshTokens();
    private final TokenEndpoint tokenEndpoint;

    private DevelopmentIdentityProvider(HttpServer server, Clock clock) {
        this.server = server;
        issuer = "http://localhost:" + server.getAddress().getPort();
        tokens = new TokenIssuer(issuer, clock);
        logins = new LoginPage(clock);
        tokenEndpoint = new TokenEndpoint(tokens, logins, refreshTokens);
    }

    /** Starts one on port 8180, or on a free one where that is taken. */
    public static DevelopmentIdentityProvider start() {
        try {
            return start(USUAL_PORT);
        } catch (UncheckedIOException e) {
            return startOnFreePort();
        }
    }

    public static DevelopmentIdentityProvider startOnFreePort() {
        return start(0);
    }

    private static DevelopmentIdentityProvider start(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var provider = new DevelopmentIdentityProvider(server, Clock.systemUTC());
            server.createContext("/", provider::serve);
            server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform()
                    .daemon()
                    .name("development-identity-provider-", 0)
                    .factory()));
            server.start();
            return provider;
        } catch (BindException e) {
            throw new UncheckedIOException("port `" + port + "` is taken", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the development identity provider did not start", e);
        }
    }

    public String issuer() {
        return issuer;
    }

    /** The settings that point the application here. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer,
                "quarkus.oidc.console.credentials.secret",
                Personas.SECRET,
                "quarkus.oidc.my-record.credentials.secret",
                Personas.SECRET,
                "narrowgate.development.identity-provider",
                issuer);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = Question.of(exchange);
            Optional.ofNullable(question.origin())
                    .filter(LoginPage::isOnThisMachine)
                    .ifPresent(origin -> allow(exchange, origin));
            answer(question).send(exchange);
        }
    }

    /** Lets a page on this machine, and no other, read the answer: the try-it page fetches its own token. */
    private static void allow(HttpExchange exchange, String origin) {
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        headers.set("Vary", "Origin");
    }

    private Reply answer(Question question) {
        if (question.method().equals("OPTIONS")) {
            return new Reply(204, Map.of(), "");
        }
        return switch (question.path()) {
            case "/.well-known/openid-configuration" -> Reply.json(200, discovery());
            case "/keys" -> Reply.json(200, tokens.publicKeys());
            case "/token" -> tokenEndpoint.answer(question);
            case "/authorize" -> logins.answer(question);
            case "/userinfo" -> userInfo(question);
            case "/logout" -> logout(question);
            case "/personas" -> Reply.json(200, Map.of("personas", personas()));
            default -> Reply.fault(404, "not_found", "nothing is here");
        };
    }

    private Map<String, Object> discovery() {
        return Map.ofEntries(
                Map.entry("issuer", issuer),
                Map.entry("jwks_uri", issuer + "/keys"),
                Map.entry("token_endpoint", issuer + "/token"),
                Map.entry("authorization_endpoint", issuer + "/authorize"),
                Map.entry("userinfo_endpoint", issuer + "/userinfo"),
                Map.entry("end_session_endpoint", issuer + "/logout"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry(
                        "grant_types_supported", List.of("client_credentials", "authorization_code", "refresh_token")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post")));
    }

    private Reply userInfo(Question question) {
        return Optional.ofNullable(question.authorization())
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> tokens.subjectOf(header.substring("Bearer ".length()), Personas.AUDIENCE))
                .flatMap(Personas::login)
                .map(login -> Reply.json(
                        200,
                        Map.of("sub", login.username(), "preferred_username", login.username(), "name", login.name())))
                .orElseGet(() -> Reply.fault(401, "invalid_token", "not a token of a login here"));
    }

    /** RP-initiated logout (OpenID Connect), by GET or by POST. */
    private Reply logout(Question question) {
        var asked = question.method().equals("POST") ? question.form() : question.query();
        var hint = asked.getOrDefault("id_token_hint", "");
        for (var client : List.of(Personas.CONSOLE_CLIENT, Personas.MY_RECORD_CLIENT)) {
            tokens.subjectOf(hint, client).ifPresent(username -> refreshTokens.end(username, client));
        }
        var target = asked.getOrDefault("post_logout_redirect_uri", "");
        return LoginPage.isOnThisMachine(target)
                ? Reply.redirect(target)
                : Reply.page(
                        200, "<!doctype html><html lang=\"en\"><title>Logged out</title><p>Logged out.</p></html>");
    }

    private static List<Map<String, Object>> personas() {
        return Personas.AGENCIES.stream()
                .map(agency -> Map.<String, Object>of(
                        "clientId", agency.clientId(),
                        "clientSecret", Personas.SECRET,
                        "name", agency.name(),
                        "purposes", agency.purposes()))
                .toList();
    }
}
