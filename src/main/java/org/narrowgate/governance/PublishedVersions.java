package org.narrowgate.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every policy version there ever was. None is changed, and none goes. */
public interface PublishedVersions {
    /** The newest first. */
    List<PublishedVersion> all();

    Optional<PublishedVersion> version(int number);

    /** Now, by the database's clock: the one that says what is in force. */
    Instant now();
}
