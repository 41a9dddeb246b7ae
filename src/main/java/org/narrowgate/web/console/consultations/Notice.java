package org.narrowgate.web.console.consultations;

import java.util.Arrays;

/** What was just done, said on the page that follows; its address carries the name, never the words. */
enum Notice {
    OPENED("The consultation is open. The draft stands still until it ends."),
    RULED("Your ruling counts from now on."),
    JUDGED("The judgement is kept. It is published with the outcome."),
    CONCLUDED("The outcome is published, and the draft can be edited again."),
    WITHDRAWN("The consultation is withdrawn, and the draft can be edited again.");

    private final String words;

    Notice(String words) {
        this.words = words;
    }

    /** The words to show; empty where nothing, or nothing known, was done. */
    static String words(String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name().equals(name))
                .map(notice -> notice.words)
                .findFirst()
                .orElse("");
    }
}
