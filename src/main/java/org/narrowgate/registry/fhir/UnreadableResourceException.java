package org.narrowgate.registry.fhir;

/** A resource that is not shaped as it must be. */
public final class UnreadableResourceException extends Exception {
    private final String reason;

    UnreadableResourceException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Path and rule, never the content. */
    public String reason() {
        return reason;
    }
}
