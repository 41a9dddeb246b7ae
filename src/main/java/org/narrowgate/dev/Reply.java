package org.narrowgate.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.jose4j.json.JsonUtil;

/** What the development identity provider answers. */
record Reply(int status, Map<String, String> headers, String body) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Map<String, ?> content) {
        return new Reply(status, Map.of("Content-Type", "application/json"), JsonUtil.toJson(Map.copyOf(content)));
    }

    static Reply page(int status, String html) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), html);
    }

    static Reply redirect(String location) {
        return new Reply(302, Map.of("Location", location), "");
    }

    /** An OAuth error response (RFC 6749, section 5.2). */
    static Reply fault(int status, String error, String description) {
        return json(status, Map.of("error", error, "error_description", description));
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
