package org.narrowgate;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What is Narrowgate's own to set; all else is Quarkus's. */
@ConfigMapping(prefix = "narrowgate")
interface Settings {
    /** A JSON file of bank holidays, as gov.uk publishes them, that counts over the shipped ones. */
    Optional<Path> bankHolidays();
}
