package org.narrowgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void nameAFileOfBankHolidaysByEnvironmentOrNone() {
        assertThat(settings(Map.of("NARROWGATE_BANK_HOLIDAYS", "/etc/narrowgate/bank-holidays.json"))
                        .bankHolidays())
                .contains(Path.of("/etc/narrowgate/bank-holidays.json"));
        assertThat(settings(Map.of()).bankHolidays()).isEmpty();
    }

    private static Settings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(Settings.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(Settings.class);
    }
}
