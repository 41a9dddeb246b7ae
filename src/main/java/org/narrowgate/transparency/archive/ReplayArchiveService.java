package org.narrowgate.transparency.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayArchive;
import org.narrowgate.governance.replay.ReplayRequests;
import org.narrowgate.transparency.Archive;
import org.narrowgate.transparency.ArchivedYear;

/** Lends the archive to be replayed. What is made anew with another mix is kept nowhere. */
@ApplicationScoped
public class ReplayArchiveService implements ReplayArchive {
    private final Archive archive;
    private final ArchivedRequests kept;

    ReplayArchiveService(Archive archive, ArchivedRequests kept) {
        this.archive = archive;
        this.kept = kept;
    }

    @Override
    public List<CaseShare> assumedMix() {
        return HomeOfficeMix.assumed();
    }

    @Override
    public ReplayRequests asAssumed() {
        return archive.year()
                .<ReplayRequests>map(year -> new ReplayedYear(kept, size(year), assumedMix()))
                .orElseGet(() -> madeAnew(AssumedMix.assumed(), assumedMix()));
    }

    @Override
    public ReplayRequests varied(List<CaseShare> mix) {
        return madeAnew(HomeOfficeMix.varied(mix), mix);
    }

    private static ReplayRequests madeAnew(AssumedMix mix, List<CaseShare> shares) {
        var size = PublishedTotals.of2016().stream()
                .mapToLong(PublishedTotals::received)
                .sum();
        return new ReplayedYear(new SyntheticYear(mix, PublishedTotals.YEAR), size, shares);
    }

    private static long size(ArchivedYear year) {
        return year.columns().stream().mapToLong(ArchivedYear.Column::total).sum();
    }
}
