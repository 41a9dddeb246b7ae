package org.narrowgate.policy;

/** The lawful bases of GDPR article 6. */
public enum LawfulBasis {
    CONSENT("consent"),
    CONTRACT("contract"),
    LEGAL_OBLIGATION("legal obligation"),
    VITAL_INTERESTS("vital interests"),
    PUBLIC_TASK("public task"),
    LEGITIMATE_INTERESTS("legitimate interests");

    private final String words;

    LawfulBasis(String words) {
        this.words = words;
    }

    /** As it is called within a sentence: public task. */
    public String words() {
        return words;
    }
}
