package org.narrowgate.rights.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.narrowgate.ledger.OpenedEntry;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Precision;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;

/**
 * What an entry says of a tracing request, to the person it names: none of its particulars.
 *
 * @param index where it stands in the log; no page and no copy says it, for gaps would tell of what does not show yet
 * @param reason of a refusal
 */
record Said(
        long index,
        Instant at,
        String kind,
        UUID request,
        AgencyId agency,
        Optional<PurposeId> purpose,
        int policyVersion,
        String outcome,
        Optional<RefusalReason> reason,
        List<Field> released,
        Map<Field, Precision> generalised) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Said {
        requireNonNull(at);
        requireNonNull(kind);
        requireNonNull(request);
        requireNonNull(agency);
        requireNonNull(purpose);
        requireNonNull(outcome);
        requireNonNull(reason);
        released = List.copyOf(released);
        generalised = Map.copyOf(generalised);
    }

    /** @throws IllegalStateException where it is not what the disclosure room writes: nothing of it may be left out */
    static Said read(OpenedEntry entry) {
        try {
            var said = JSON.readTree(entry.circumstances());
            return new Said(
                    entry.index(),
                    Instant.parse(text(said, "at")),
                    text(said, "kind"),
                    UUID.fromString(text(said, "request")),
                    new AgencyId(text(said, "agency")),
                    PurposeId.parse(said.path("purpose").asText()),
                    said.path("policyVersion").asInt(),
                    text(said, "outcome"),
                    Optional.ofNullable(said.get("reason"))
                            .map(JsonNode::asText)
                            .map(RefusalReason::valueOf),
                    fields(said.path("released")),
                    generalised(said.path("generalised")));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalStateException("entry " + entry.index() + " cannot be read");
        }
    }

    /** Which kind of entry this is, whatever else it says; empty where it says nothing that can be read. */
    static String kindOf(OpenedEntry entry) {
        try {
            return JSON.readTree(entry.circumstances()).path("kind").asText();
        } catch (IOException e) {
            throw new IllegalStateException("entry " + entry.index() + " cannot be read");
        }
    }

    /** The same as if it had been said at another moment. */
    Said at(Instant moment) {
        return new Said(
                index, moment, kind, request, agency, purpose, policyVersion, outcome, reason, released, generalised);
    }

    /** Whether any field left with it. */
    boolean isDisclosure() {
        return outcome.equals("traced") && !(released.isEmpty() && generalised.isEmpty());
    }

    private static List<Field> fields(JsonNode paths) {
        return StreamSupport.stream(paths.spliterator(), false)
                .map(path -> field(path.asText()))
                .sorted()
                .toList();
    }

    private static Map<Field, Precision> generalised(JsonNode precisions) {
        var read = new EnumMap<Field, Precision>(Field.class);
        precisions
                .properties()
                .forEach(entry -> read.put(
                        field(entry.getKey()), precision(entry.getValue().asText())));
        return read;
    }

    private static Field field(String path) {
        return Field.ofPath(path).orElseThrow(IllegalArgumentException::new);
    }

    private static Precision precision(String word) {
        return java.util.Arrays.stream(Precision.values())
                .filter(precision -> precision.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String text(JsonNode said, String name) {
        var value = said.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.asText();
    }
}
