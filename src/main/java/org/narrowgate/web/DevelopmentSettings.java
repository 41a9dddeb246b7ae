package org.narrowgate.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What the development services tell the pages; outside development and test nobody reads it. */
@ConfigMapping(prefix = "narrowgate.development")
interface DevelopmentSettings {
    /** Where the development identity provider and its personas are. */
    Optional<URI> identityProvider();
}
