package org.narrowgate.web;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Whether the landing page offers to act as a persona, and where that persona's token comes from. */
@ApplicationScoped
class TryIt {
    private final Optional<URI> identityProvider;

    @Inject
    TryIt(DevelopmentSettings settings) {
        this(LaunchMode.current(), settings.identityProvider());
    }

    // INVARIANT: in a packaged application no setting can switch it on.
    TryIt(LaunchMode mode, Optional<URI> identityProvider) {
        this.identityProvider = mode.isDevOrTest() ? identityProvider : Optional.empty();
    }

    /** Empty where it is not offered. */
    Optional<URI> identityProvider() {
        return identityProvider;
    }
}
