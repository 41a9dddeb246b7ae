package org.narrowgate.caller;

/** The token is valid, and its client belongs to no agency: nothing can be asked with it. */
public final class NotAnAgencyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAnAgencyException() {
        super("the token's client belongs to no agency");
    }
}
