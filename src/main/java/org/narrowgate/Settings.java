package org.narrowgate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is Narrowgate's own to set; all else is Quarkus's. */
@ConfigMapping(prefix = "narrowgate")
interface Settings {
    /** A JSON file of bank holidays, as gov.uk publishes them, that counts over the shipped ones. */
    Optional<Path> bankHolidays();

    /** How often requests are looked over for what time does to them; {@code off} for never on this replica. */
    @WithDefault("5m")
    String upkeepEvery();

    /** Who may open their own record. */
    MyRecord myRecord();

    /** Who may open their own record. */
    interface MyRecord {
        /** Authentication contexts ({@code acr}) that are sure enough of who signs in; any one will do. */
        @WithDefault("high")
        List<String> assurance();

        /** From this age on people see their record by themselves. */
        @WithDefault("13")
        int lowestAge();

        /** Whom to write to where the record cannot be shown: an address, as people are to use it. */
        Optional<String> contact();
    }
}
