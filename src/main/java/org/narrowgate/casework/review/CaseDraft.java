package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.Map;

/**
 * What a caseworker has typed about a request and not yet decided with.
 *
 * @param form by the names of the form's fields
 */
public record CaseDraft(Map<String, String> form, Instant savedAt) {
    public CaseDraft {
        form = Map.copyOf(form);
    }
}
