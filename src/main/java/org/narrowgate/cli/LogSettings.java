package org.narrowgate.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.narrowgate.cli.ApplicationNeeded.Use;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.UnusableLogSettingException;

/** The log's keys, tried before anything starts: a sentence then says what is wrong with them, and no stack trace. */
final class LogSettings {
    private LogSettings() {}

    /** A sentence that names the first setting that cannot be used. */
    static Optional<String> unusableFor(Use use, Config settings) {
        return switch (use) {
            case SERVE -> unusable(settings);
            case MIGRATION, REGISTRY, ARCHIVE, ERASURE, VERIFICATION -> Optional.empty();
        };
    }

    private static Optional<String> unusable(Config settings) {
        try {
            LogKeys.read(
                            names(settings, "narrowgate.log.signing-keys")
                                    .map(Path::of)
                                    .toList(),
                            names(settings, "narrowgate.log.retired-keys").toList())
                    .needing(settings.getOptionalValue("narrowgate.log.last-checkpoint", String.class)
                            .map(Path::of));
            return Optional.empty();
        } catch (UnusableLogSettingException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Stream<String> names(Config settings, String setting) {
        return Stream.of(settings.getOptionalValue(setting, String[].class).orElse(new String[0]));
    }
}
