package org.narrowgate.web.console.log;

import java.util.Map;

/**
 * What of the log's health changes from second to second: rendered with the page, and asked for again by its script.
 *
 * @param look the style sheet's name for the state's colour
 * @param mark decorates only
 * @param words the state: the same words for as long as the state is the same, so that nobody hears it twice
 * @param refusal why nothing is signed; empty where that is not refused
 * @param parts texts by the names of their places on the page
 */
public record StandingModel(String look, String mark, String words, String refusal, Map<String, String> parts) {
    public StandingModel {
        parts = Map.copyOf(parts);
    }
}
