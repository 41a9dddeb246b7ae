package org.narrowgate.disclosure;

/** Nobody can tell now who is restricted. Carries no text from the database. */
public final class RestrictionsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RestrictionsUnavailableException(String what) {
        super(what);
    }
}
