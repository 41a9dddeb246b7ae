package org.narrowgate.transparency.agreements;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.narrowgate.policy.Policy;

/** The shipped policy with some of it put otherwise, as an author might. */
public final class EditedPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private EditedPolicy(JsonNode document) {
        this.document = document;
    }

    public static EditedPolicy shipped() {
        return of(Policy.shipped());
    }

    public static EditedPolicy of(Policy policy) {
        try {
            return new EditedPolicy(JSON.readTree(policy.canonicalJson()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For example {@code agreement("coroner-…", "/state", "SUSPENDED")}. */
    public EditedPolicy agreement(String id, String pointer, String value) {
        return put(named("agreements", id), pointer, value);
    }

    public EditedPolicy purpose(String id, String pointer, String value) {
        return put(named("purposes", id), pointer, value);
    }

    public EditedPolicy treatment(String purpose, String field, String value) {
        ((ObjectNode) named("purposes", purpose).get("treatments")).put(field, value);
        return this;
    }

    public EditedPolicy withoutAgreement(String id) {
        var agreements = (ArrayNode) document.get("agreements");
        agreements.remove(IntStream.range(0, agreements.size())
                .filter(index -> agreements.get(index).get("id").asText().equals(id))
                .findFirst()
                .orElseThrow());
        return this;
    }

    public String json() {
        return document.toString();
    }

    public Policy policy() {
        return Policy.read(json());
    }

    private JsonNode named(String list, String id) {
        for (var element : document.get(list)) {
            if (element.get("id").asText().equals(id)) {
                return element;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private EditedPolicy put(JsonNode element, String pointer, String value) {
        var place = JsonPointer.compile(pointer);
        ((ObjectNode) element.at(place.head())).put(place.last().getMatchingProperty(), value);
        return this;
    }
}
