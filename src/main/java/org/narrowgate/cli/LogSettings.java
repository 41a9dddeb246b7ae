package org.narrowgate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.narrowgate.cli.ApplicationNeeded.Use;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.UnusableLogSettingException;

/** The log's keys, tried before anything starts: a sentence then says what is wrong with them, and no stack trace. */
final class LogSettings {
    private LogSettings() {}

    /** A sentence that names the first setting that cannot be used. */
    static Optional<String> unusableFor(Use use) {
        return switch (use) {
            case SERVE -> unusable();
            case MIGRATION, REGISTRY, ARCHIVE, ERASURE, VERIFICATION -> Optional.empty();
        };
    }

    private static Optional<String> unusable() {
        var config = ConfigProvider.getConfig();
        try {
            LogKeys.read(
                            config.getOptionalValue("narrowgate.log.signing-keys", Path[].class)
                                    .map(List::of)
                                    .orElse(List.of()),
                            config.getOptionalValue("narrowgate.log.retired-keys", String[].class)
                                    .map(List::of)
                                    .orElse(List.of()))
                    .needing(config.getOptionalValue("narrowgate.log.last-checkpoint", Path.class));
            return Optional.empty();
        } catch (UnusableLogSettingException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
