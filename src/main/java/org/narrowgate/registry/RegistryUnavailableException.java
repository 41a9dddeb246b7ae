package org.narrowgate.registry;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The registry could not be written or read. */
public final class RegistryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RegistryUnavailableException(String message, @Nullable SQLException cause) {
        super(message, cause);
    }

    /** Tells the SQL state only: what a database says of a failed row quotes the row, so its words are left behind. */
    public static RegistryUnavailableException of(SQLException failure) {
        var message = "the database answered with SQL state " + failure.getSQLState();
        return new RegistryUnavailableException(message, new SQLException(message, failure.getSQLState()));
    }

    public static RegistryUnavailableException busy() {
        return new RegistryUnavailableException("another import or load is under way", null);
    }
}
