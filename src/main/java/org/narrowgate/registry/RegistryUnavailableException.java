package org.narrowgate.registry;

import java.sql.SQLException;

/** The registry could not be written or read. */
public final class RegistryUnavailableException extends RuntimeException {
    private RegistryUnavailableException(String message) {
        super(message);
    }

    /** Says the SQL state only: what a database says of a failed row quotes the row, so the cause is left behind. */
    public static RegistryUnavailableException of(SQLException failure) {
        return new RegistryUnavailableException("the database answered with SQL state " + failure.getSQLState());
    }

    public static RegistryUnavailableException busy() {
        return new RegistryUnavailableException("another import or load is under way");
    }
}
