package org.narrowgate.observation;

import java.util.Locale;

/** A part of the way of an agency's call whose time is taken. */
public enum Part {
    OPERATION("from the arrival of an operation to its answer"),
    CALLER("from the arrival of an operation to knowing whose it is and having read it"),
    DECISION("deciding on a request, with what is known of earlier ones"),
    SEARCH("searching the registry"),
    READ("reading somebody's details from the registry"),
    APPEND("from handing an entry to the log to knowing it committed");

    private final String meaning;

    Part(String meaning) {
        this.meaning = meaning;
    }

    /** As metrics and traces name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }
}
