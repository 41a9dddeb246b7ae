package org.narrowgate.transparency.archive;

import java.sql.SQLException;

/** The archive could not be written. */
public final class ArchiveUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ArchiveUnavailableException(String message) {
        super(message);
    }

    /** Says the SQL state only, as of every database. */
    public static ArchiveUnavailableException of(SQLException failure) {
        return new ArchiveUnavailableException("the database answered with SQL state " + failure.getSQLState());
    }
}
