package org.narrowgate.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser or an application asked the development identity provider. */
record Question(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        @Nullable String authorization,
        @Nullable String origin) {
    private static final int LONGEST_FORM = 64 * 1024;

    Question {
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    static Question of(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), UTF_8);
        var headers = exchange.getRequestHeaders();
        return new Question(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                parameters(body),
                headers.getFirst("Authorization"),
                headers.getFirst("Origin"));
    }

    /** A parameter given twice counts once, as last given. */
    private static Map<String, String> parameters(@Nullable String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        if (encoded == null) {
            return parameters;
        }
        Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parameters.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)));
        return parameters;
    }
}
