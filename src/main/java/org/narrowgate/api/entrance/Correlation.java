package org.narrowgate.api.entrance;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Fault;
import org.narrowgate.api.error.RefusedOperationException;

/** The headers by which a caller finds its call again. */
final class Correlation {
    static final String REQUEST_ID = "X-Request-ID";
    static final String CORRELATION_ID = "X-Correlation-ID";
    private static final String ARRIVAL = Correlation.class.getName();
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private Correlation() {}

    /** Notes when the call arrived, and repeats on the answer what is well-formed; the rest is not repeated at all. */
    static void mirror(RoutingContext call) {
        call.put(ARRIVAL, System.nanoTime());
        mirror(call, REQUEST_ID, UUID_FORM);
        mirror(call, CORRELATION_ID, CORRELATION_FORM);
        call.next();
    }

    /** When the call arrived, as {@link System#nanoTime()} told it. */
    static long arrival(RoutingContext call) {
        return call.get(ARRIVAL, System.nanoTime());
    }

    /** The correlation id where it may stand in a log: a UUID, in which nobody can write a name or a number. */
    static Optional<String> loggable(HttpServerRequest request) {
        return only(request.headers().getAll(CORRELATION_ID), UUID_FORM);
    }

    /** @throws RefusedOperationException REQUEST_ID_INVALID */
    static Optional<UUID> requestId(HttpServerRequest request) {
        var sent = request.headers().getAll(REQUEST_ID);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        return only(sent, UUID_FORM)
                .map(UUID::fromString)
                .map(Optional::of)
                .orElseThrow(() -> new RefusedOperationException(List.of(
                        new Fault(ErrorCode.REQUEST_ID_INVALID, REQUEST_ID, ErrorCode.REQUEST_ID_INVALID.meaning()))));
    }

    private static void mirror(RoutingContext call, String header, Pattern form) {
        only(call.request().headers().getAll(header), form)
                .ifPresent(value -> call.response().putHeader(header, value));
    }

    private static Optional<String> only(List<String> values, Pattern form) {
        return values.size() == 1 && form.matcher(values.getFirst()).matches()
                ? Optional.of(values.getFirst())
                : Optional.empty();
    }
}
