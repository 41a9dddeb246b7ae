package org.narrowgate.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * What is to be written down: two parts, each canonical JSON (RFC 8785) in UTF-8.
 *
 * @param circumstances nothing personal; kept for ever
 * @param particulars personal; erasable without harm to the log's proof
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record Entry(byte[] circumstances, byte[] particulars) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Both parts as JSON objects of strings, whole numbers, lists and objects. */
    public static Entry of(Map<String, ?> circumstances, Map<String, ?> particulars) {
        return new Entry(canonical(circumstances), canonical(particulars));
    }

    private static byte[] canonical(Map<String, ?> part) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(part)).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            // Without its cause: that could quote the value.
            throw new IllegalArgumentException(
                    "a part of the entry is not JSON: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new IllegalArgumentException("a part of the entry has no canonical form");
        }
    }
}
