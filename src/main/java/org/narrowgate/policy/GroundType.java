package org.narrowgate.policy;

/** The conditions that can make one case acceptable for a purpose. */
public enum GroundType {
    SERIOUS_CRIMINALITY("serious criminality"),
    PUBLIC_SECURITY_RISK("risk to public security"),
    MISSING_VULNERABLE_PERSON("missing vulnerable person"),
    COURT_ORDER("court order");

    private final String words;

    GroundType(String words) {
        this.words = words;
    }

    /** As it is called within a sentence: risk to public security. */
    public String words() {
        return words;
    }
}
