package org.narrowgate.transparency;

import java.util.Optional;

/** The archive of an earlier year, kept apart from the live log. */
public interface Archive {
    /** Empty where none has been loaded. */
    Optional<ArchivedYear> year();
}
