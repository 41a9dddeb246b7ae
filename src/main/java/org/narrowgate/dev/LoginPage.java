package org.narrowgate.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Logging in without a password: a page with one button for each persona, and the codes it hands out. */
final class LoginPage {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    /** What a code stands for, until it is redeemed once. */
    record Granted(
            Personas.Login login,
            String clientId,
            String redirectUri,
            String scope,
            @Nullable String nonce,
            @Nullable String challenge,
            Instant until) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    LoginPage(Clock clock) {
        this.clock = clock;
    }

    Reply answer(Question question) {
        var asked = question.query();
        var redirectUri = asked.getOrDefault("redirect_uri", "");
        if (!Personas.isDoor(asked.getOrDefault("client_id", "")) || !isOnThisMachine(redirectUri)) {
            return Reply.fault(400, "invalid_request", "unknown client, or a redirect_uri that is not on this machine");
        }
        if (!"code".equals(asked.get("response_type"))) {
            return back(redirectUri, Map.of("error", "unsupported_response_type"), asked);
        }
        if (asked.containsKey("code_challenge") && !"S256".equals(asked.get("code_challenge_method"))) {
            return back(redirectUri, Map.of("error", "invalid_request"), asked);
        }
        return Personas.login(question.form().getOrDefault("persona", ""))
                .map(login -> back(redirectUri, Map.of("code", grant(login, asked)), asked))
                .orElseGet(() -> Reply.page(200, page()));
    }

    /** What the code stands for; a code works once and for a minute. */
    Optional<Granted> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(granted -> Instant.now(clock).isBefore(granted.until()));
    }

    static boolean isOnThisMachine(String address) {
        try {
            var uri = new URI(address);
            return "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private String grant(Personas.Login login, Map<String, String> asked) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        codes.put(
                code,
                new Granted(
                        login,
                        asked.getOrDefault("client_id", ""),
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("scope", "openid"),
                        asked.get("nonce"),
                        asked.get("code_challenge"),
                        Instant.now(clock).plus(CODE_LIFETIME)));
        return code;
    }

    private static Reply back(String redirectUri, Map<String, String> answer, Map<String, String> asked) {
        var parameters = new java.util.TreeMap<>(answer);
        var state = asked.get("state");
        if (state != null) {
            parameters.put("state", state);
        }
        var query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return Reply.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
    }

    private static String page() {
        var buttons = Personas.LOGINS.stream()
                .map(login ->
                        "<button name=\"persona\" value=\"%s\">%s</button>".formatted(login.username(), login.name()))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Log in to Narrowgate (development)</title>
                <style>
                  :root { color-scheme: light dark; }
                  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 3rem auto; padding: 0 1rem; }
                  button { display: block; width: 100%%; margin: .5rem 0; padding: .75rem 1rem; font: inherit; text-align: left; }
                </style>
                <h1>Who are you?</h1>
                <p>This development identity provider asks for no password and exists on this machine only.</p>
                <form method="post">
                %s
                </form>
                </html>
                """.formatted(buttons);
    }
}
