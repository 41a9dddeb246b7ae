package org.narrowgate.cli;

import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;

/**
 * The settings as they are found where the process runs, for what is asked before Quarkus starts.
 *
 * <p>Not {@code ConfigProvider}: until an executable has started, that answers with what was known where it was built, so
 * without its environment and without {@code config/application.properties}.
 */
final class SettingsBeforeStart {
    private SettingsBeforeStart() {}

    static Config read() {
        return new SmallRyeConfigBuilder()
                .withCustomizers(new RuntimeConfigBuilder())
                .build();
    }
}
