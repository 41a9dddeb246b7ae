package org.narrowgate.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.HashMap;
import java.util.List;

/** Keeps what tests send and are answered, so that whoever looks through the logs knows what must not be there. */
public final class Traffic implements Filter {
    // A parameter without a value is an empty object of REST Assured's own.
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    private static final int LONGEST = 1_000_000;

    private Traffic() {}

    /** From now on, once however often it is said. */
    public static synchronized void keep() {
        if (RestAssured.filters().stream().noneMatch(Traffic.class::isInstance)) {
            RestAssured.filters(new Traffic());
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var answer = context.next(request, response);
        var body = answer.asByteArray();
        var kept = new ResponseBuilder().clone(answer).setBody(body).build();
        if (isText(answer) && body.length < LONGEST) {
            write(request, kept);
        }
        return kept;
    }

    private static boolean isText(Response answer) {
        var type = answer.contentType();
        return type != null && (type.contains("json") || type.startsWith("text/"));
    }

    private static void write(FilterableRequestSpecification request, Response answer) {
        var exchange = new HashMap<String, Object>();
        exchange.put("uri", request.getURI());
        exchange.put("form", request.getFormParams());
        exchange.put("sent", request.getBody() instanceof String text ? text : "");
        exchange.put(
                "sentHeaders",
                request.getHeaders().asList().stream()
                        .filter(header -> !List.of("Authorization", "Cookie").contains(header.getName()))
                        .map(header -> header.getName() + ": " + header.getValue())
                        .toList());
        exchange.put(
                "answeredHeaders",
                answer.getHeaders().asList().stream()
                        .map(header -> header.getName() + ": " + header.getValue())
                        .toList());
        exchange.put("answered", answer.contentType().contains("json") ? answer.asString() : "");
        try {
            Observed.append("traffic", "ndjson", JSON.writeValueAsString(exchange) + "\n");
        } catch (JsonProcessingException e) {
            throw new AssertionError("an exchange could not be kept", e);
        }
    }
}
