package org.narrowgate.governance.replay;

import org.narrowgate.policy.Decision;

/** What a policy says to a request, without the terms. */
public enum Verdict {
    REFUSED("refused"),
    REFERRED("referred to a caseworker"),
    PERMITTED("permitted");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Verdict of(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> REFUSED;
            case Decision.Refer refer -> REFERRED;
            case Decision.Permit permit -> PERMITTED;
        };
    }
}
