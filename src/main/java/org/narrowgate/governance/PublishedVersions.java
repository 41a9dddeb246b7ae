package org.narrowgate.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every policy version there ever was. None is changed, and none goes. */
public interface PublishedVersions {
    /** The newest first. */
    List<PublishedVersion> all();

    Optional<PublishedVersion> version(int number);

    /**
     * The document of a version as it was published, byte for byte: canonical JSON. It can be read whatever the rules
     * for documents have become since.
     *
     * @throws IllegalStateException where it does not bear its hash
     */
    Optional<String> text(int number);

    /** Now, by the database's clock: the one that says what is in force. */
    Instant now();
}
