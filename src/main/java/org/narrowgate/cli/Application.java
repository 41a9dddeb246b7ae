package org.narrowgate.cli;

import javax.sql.DataSource;
import org.narrowgate.cli.ApplicationNeeded.Use;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.transparency.archive.ArchiveService;

/** What a command may want of the application, which is not there before one wants it. */
interface Application {
    default PopulationService population() {
        throw new ApplicationNeeded(Use.REGISTRY);
    }

    default MigrationService migration() {
        throw new ApplicationNeeded(Use.MIGRATION);
    }

    default ArchiveService archive() {
        throw new ApplicationNeeded(Use.ARCHIVE);
    }

    default ForgettingService erasure() {
        throw new ApplicationNeeded(Use.ERASURE);
    }

    default DataSource database() {
        throw new ApplicationNeeded(Use.VERIFICATION);
    }
}
