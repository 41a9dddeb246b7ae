package org.narrowgate.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.narrowgate.transparency.archive.ArchiveService;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.PublishedTotals;
import org.narrowgate.transparency.archive.SyntheticYear;

/** Fills the archive of 2016 when the application starts in development, so that there is a year to look at. */
@ApplicationScoped
@IfBuildProfile("dev")
class SyntheticArchiveAtStart {
    void fill(@Observes StartupEvent started, ArchiveService archive) {
        archive.fillWhereEmpty(new SyntheticYear(AssumedMix.assumed(), PublishedTotals.YEAR));
    }
}
