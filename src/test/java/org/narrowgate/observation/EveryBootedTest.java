package org.narrowgate.observation;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has the traffic of every booted test kept, and its metrics when it is over. */
public final class EveryBootedTest implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback {
    @Override
    public void beforeClass(Class<?> test) {
        Traffic.keep();
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        ConfigProvider.getConfig()
                .getOptionalValue("test.management.url", String.class)
                .ifPresent(url -> Observed.scrape(URI.create(url + "/metrics")));
    }
}
