package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the register takes from an entry's circumstances; empty text where an entry has no such member.
 *
 * @param policyVersion 0 where the entry names none
 */
record Circumstances(
        String kind, Instant at, String request, String agency, String outcome, String reason, int policyVersion) {
    private static final JsonFactory JSON = new JsonFactory();

    Circumstances {
        requireNonNull(kind);
        requireNonNull(at);
        requireNonNull(request);
        requireNonNull(agency);
        requireNonNull(outcome);
        requireNonNull(reason);
    }

    /** Empty where they are not JSON with a kind and a time. */
    static Optional<Circumstances> read(byte[] circumstances) {
        try (var json = JSON.createParser(circumstances)) {
            return json.nextToken() == JsonToken.START_OBJECT ? Optional.of(readMembers(json)) : Optional.empty();
        } catch (IOException | DateTimeException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Circumstances readMembers(JsonParser json) throws IOException {
        var members = new Members();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            members.take(name, json);
        }
        return members.whole();
    }

    private static final class Members {
        private String kind = "";
        private String at = "";
        private String request = "";
        private String agency = "";
        private String outcome = "";
        private String reason = "";
        private int policyVersion;

        void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "kind" -> kind = text(json);
                case "at" -> at = text(json);
                case "request" -> request = text(json);
                case "agency" -> agency = text(json);
                case "outcome" -> outcome = text(json);
                case "reason" -> reason = text(json);
                case "policyVersion" -> policyVersion = json.getIntValue();
                // Whatever else an entry says, now or later, is not the register's.
                default -> json.skipChildren();
            }
        }

        private static String text(JsonParser json) throws IOException {
            json.skipChildren();
            return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
        }

        Circumstances whole() {
            if (kind.isEmpty()) {
                throw new IllegalStateException("an entry says its kind");
            }
            return new Circumstances(kind, Instant.parse(at), request, agency, outcome, reason, policyVersion);
        }
    }
}
