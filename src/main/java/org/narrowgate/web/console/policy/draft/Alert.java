package org.narrowgate.web.console.policy.draft;

import java.util.List;

/**
 * Why a form was not acted on, at the top of its page.
 *
 * @param sentence empty where nothing went against it
 */
public record Alert(String sentence, List<FaultLine> faults) {
    static final Alert NONE = new Alert("", List.of());

    public Alert {
        faults = List.copyOf(faults);
    }

    /**
     * @param field of the form that it belongs to; empty where it is in another part of the document
     * @param path in the document
     */
    public record FaultLine(String field, String label, String path, String message) {}
}
