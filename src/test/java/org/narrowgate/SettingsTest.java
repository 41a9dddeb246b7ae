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

    @Test
    void sayWhoMayOpenTheirOwnRecord() {
        // When
        var asShipped = settings(Map.of()).myRecord();
        var set = settings(Map.of(
                        "NARROWGATE_MY_RECORD_ASSURANCE", "P9,P9-plus",
                        "NARROWGATE_MY_RECORD_LOWEST_AGE", "16",
                        "NARROWGATE_MY_RECORD_CONTACT", "records@registry.example"))
                .myRecord();
        // Then
        assertThat(asShipped.assurance()).containsExactly("high");
        assertThat(asShipped.lowestAge()).isEqualTo(13);
        assertThat(asShipped.contact()).isEmpty();
        assertThat(set.assurance()).containsExactly("P9", "P9-plus");
        assertThat(set.lowestAge()).isEqualTo(16);
        assertThat(set.contact()).contains("records@registry.example");
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
