package org.narrowgate.web.console.policy.draft;

import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.Locale;

/** The lists of a policy document. */
enum PartKind {
    PURPOSES("purpose"),
    AGREEMENTS("agreement"),
    AGENCIES("agency");

    private final String element;

    PartKind(String element) {
        this.element = element;
    }

    /** As the document and addresses name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One of its elements, as a page says it. */
    String element() {
        return element;
    }

    /** @throws NotFoundException where it is none of them */
    static PartKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
