package org.narrowgate.policy;

/** How far proceedings for an offence have come, in order: a later stage includes the earlier ones. */
public enum OffenceStage {
    INVESTIGATED("under investigation"),
    CHARGED("charged"),
    CONVICTED("convicted");

    private final String words;

    OffenceStage(String words) {
        this.words = words;
    }

    /** As a person at this stage is called within a sentence: under investigation. */
    public String words() {
        return words;
    }
}
