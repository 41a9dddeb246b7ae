package org.narrowgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TryItTest {
    private static final Optional<URI> PROVIDER = Optional.of(URI.create("http://localhost:8180"));

    @Test
    void isOfferedInDevelopment() {
        assertThat(new TryIt(LaunchMode.DEVELOPMENT, PROVIDER).identityProvider())
                .isEqualTo(PROVIDER);
    }

    @Test
    void isNeverOfferedByAPackagedApplicationWhateverIsSet() {
        assertThat(new TryIt(LaunchMode.NORMAL, PROVIDER).identityProvider()).isEmpty();
    }
}
