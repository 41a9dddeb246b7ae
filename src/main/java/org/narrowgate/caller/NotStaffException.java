package org.narrowgate.caller;

/** Nobody of the staff stands behind this call. */
public final class NotStaffException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotStaffException() {
        super("nobody of the staff asks");
    }
}
