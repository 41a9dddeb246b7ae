package org.narrowgate.caller;

/** Nobody signed in to the console stands behind this call. */
public final class NotStaffException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotStaffException() {
        super("nobody is signed in to the console");
    }
}
