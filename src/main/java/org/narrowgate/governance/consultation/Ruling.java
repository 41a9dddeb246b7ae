package org.narrowgate.governance.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether the public sees a representation, and if not, why. */
public enum Ruling {
    SHOWN("shown"),
    PERSONAL_DATA("it holds details of people"),
    ABUSIVE("it is abusive"),
    NOT_ABOUT_IT("it is not about the consultation"),
    REPEATED("it repeats another, word for word");

    private final String words;

    Ruling(String words) {
        this.words = words;
    }

    /** Why it is not shown, as a sentence goes on after "because". */
    public String words() {
        return words;
    }

    public static Optional<Ruling> ofName(String name) {
        return Arrays.stream(values())
                .filter(ruling -> ruling.name().equals(name))
                .findFirst();
    }

    /** The reasons not to show one. */
    public static List<Ruling> against() {
        return Arrays.stream(values()).filter(ruling -> ruling != SHOWN).toList();
    }
}
