package org.narrowgate.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What an entry of kind {@code erasure} says: the one kind the log itself understands. Particulars that are gone and
 * that none names are tampering.
 */
public record Erasure(Extent extent, Reason reason) {
    /** The kind of entry that says so. */
    public static final String KIND = "erasure";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Erasure {
        requireNonNull(extent);
        requireNonNull(reason);
    }

    /** Whose particulars are erased: of entries before the one that says so, and of no later ones. */
    public sealed interface Extent {
        /** Of every entry whose circumstances name this request. */
        record OfRequest(String request) implements Extent {
            public OfRequest {
                requireNonNull(request);
            }
        }

        /** Of the entries at these indices. */
        record OfEntries(List<Long> entries) implements Extent {
            public OfEntries {
                entries = List.copyOf(entries);
            }
        }
    }

    /** Why particulars are erased. */
    public enum Reason {
        /** They were kept for as long as the policy says. */
        RETENTION("retention"),
        /** The person whom they are about asked for it. */
        PERSONS_REQUEST("persons-request"),
        COURT_ORDER("court-order"),
        /** They ought not to have been written down. */
        ENTERED_IN_ERROR("entered-in-error");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** As the log has it. */
        public String word() {
            return word;
        }

        public static Optional<Reason> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word.equals(word))
                    .findFirst();
        }
    }

    /** What an entry's circumstances hold of it, beside its kind. */
    public Map<String, Object> words() {
        return switch (extent) {
            case Extent.OfRequest(var request) -> Map.of("request", request, "reason", reason.word());
            case Extent.OfEntries(var entries) -> Map.of("entries", entries, "reason", reason.word());
        };
    }

    /** What circumstances say; empty where they are no erasure's, or say nothing that can be understood. */
    public static Optional<Erasure> read(byte[] circumstances) {
        try {
            return read(JSON.readTree(circumstances));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Erasure> read(JsonNode said) {
        if (!said.path("kind").asText().equals(KIND)) {
            return Optional.empty();
        }
        // Entries of the first versions give no reason: only retention erased then.
        var reason = said.has("reason") ? Reason.ofWord(said.get("reason").asText()) : Optional.of(Reason.RETENTION);
        return reason.flatMap(why -> extent(said).map(extent -> new Erasure(extent, why)));
    }

    private static Optional<Extent> extent(JsonNode said) {
        if (said.path("request").isTextual()) {
            // No name is no request: it must not stand for every entry that belongs to none.
            return Optional.of(said.get("request").asText())
                    .filter(request -> !request.isBlank())
                    .map(Extent.OfRequest::new);
        }
        var entries = said.path("entries");
        if (!entries.isArray()
                || StreamSupport.stream(entries.spliterator(), false).anyMatch(index -> !index.canConvertToLong())) {
            return Optional.empty();
        }
        var indices = new ArrayList<Long>();
        entries.forEach(index -> indices.add(index.asLong()));
        return Optional.of(new Extent.OfEntries(indices));
    }
}
