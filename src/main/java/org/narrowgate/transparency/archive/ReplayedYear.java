package org.narrowgate.transparency.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.narrowgate.governance.replay.Actual;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayRequests;
import org.narrowgate.governance.replay.ReplayedRequest;
import org.narrowgate.governance.replay.ReplayedRequest.Reference;
import org.narrowgate.transparency.ArchivedYear;

/** A year of archived requests as they are replayed. */
record ReplayedYear(ArchivedRequests year, long count, List<CaseShare> mix) implements ReplayRequests {
    ReplayedYear {
        mix = List.copyOf(mix);
    }

    @Override
    public String title() {
        return PublishedTotals.TITLE + " (" + ArchivedYear.MARK + ")";
    }

    @Override
    public Optional<String> caution() {
        return Optional.of(AssumedMix.CAUTION);
    }

    @Override
    public Limits limits() {
        return Limits.LEFT_OUT;
    }

    @Override
    public long erased() {
        return 0;
    }

    @Override
    public void forEach(Consumer<ReplayedRequest> reader) {
        year.forEach(request -> reader.accept(replayed(request)));
    }

    private static ReplayedRequest replayed(ArchivedRequest request) {
        return new ReplayedRequest(
                new Reference.MadeUp(request.caseReference()),
                request.agency(),
                request.facts(),
                request.day(),
                actual(request.fate()));
    }

    private static Actual actual(Fate fate) {
        return switch (fate) {
            case Fate.Rejected rejected -> Actual.REFUSED;
            case Fate.ApprovedTrace() -> Actual.TRACED;
            case Fate.ApprovedNoTrace() -> Actual.NOT_TRACED;
            case Fate.Unexplained() -> Actual.UNEXPLAINED;
        };
    }
}
