package org.narrowgate.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client got for one call, kept for the reckoning.
 *
 * @param key the X-Request-ID it was sent with
 * @param what the outcome, else the error's code, else what the client saw in its place
 */
record Answer(
        Instant sent,
        Duration took,
        URI from,
        UUID key,
        int status,
        String what,
        String request,
        Optional<Receipt> receipt) {
    static final String UNAVAILABLE = "SERVICE_UNAVAILABLE";
    static final String NO_ANSWER = "no answer";

    /** The log's word on an outcome. */
    record Receipt(long entry, String leaf) {}

    /** Reads a body of ours; whatever else somebody answered is named by its status. */
    static Answer read(Instant sent, Duration took, URI from, UUID key, int status, JsonNode body) {
        var error = body.at("/errors/0/extensions/code");
        var it = body.at("/data/it");
        var outcome = it.path("outcome");
        var what =
                error.isTextual() ? error.asText() : outcome.path("__typename").asText("status " + status);
        var receipt = outcome.path("receipt");
        return new Answer(
                sent,
                took,
                from,
                key,
                status,
                what,
                it.path("id").asText(""),
                receipt.isObject()
                        ? Optional.of(new Receipt(
                                receipt.path("entry").asLong(),
                                receipt.path("leafHash").asText()))
                        : Optional.empty());
    }

    static Answer none(Instant sent, Duration took, URI from, UUID key) {
        return new Answer(sent, took, from, key, 0, NO_ANSWER, "", Optional.empty());
    }

    boolean isOutcome() {
        return receipt.isPresent();
    }

    Instant at() {
        return sent.plus(took);
    }
}
