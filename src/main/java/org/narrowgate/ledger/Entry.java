package org.narrowgate.ledger;

import java.util.Map;

/**
 * What is to be written down: two parts, each canonical JSON (RFC 8785) in UTF-8.
 *
 * @param circumstances nothing personal; kept for ever
 * @param particulars personal; erasable without harm to the log's proof
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes are what a log stores
public record Entry(byte[] circumstances, byte[] particulars) {
    /** Both parts as JSON objects of strings, whole numbers of at most 53 bits, lists and objects. */
    public static Entry of(Map<String, ?> circumstances, Map<String, ?> particulars) {
        return new Entry(CanonicalJson.of(circumstances), CanonicalJson.of(particulars));
    }
}
