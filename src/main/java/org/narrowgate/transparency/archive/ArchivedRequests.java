package org.narrowgate.transparency.archive;

import java.util.function.Consumer;

/** A year of archived requests to be gone through, for example to replay them under another policy. */
public interface ArchivedRequests {
    /** Shows each, in order of number and so of month; none where there is no archive. */
    void forEach(Consumer<ArchivedRequest> reader);
}
