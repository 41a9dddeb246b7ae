package org.narrowgate.governance.replay;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.RecordedRequest;
import org.narrowgate.casework.RecordedRequests;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.governance.replay.ReplayedRequest.Reference;

/** The requests that agencies made in a period. */
final class RecordedPeriod implements ReplayRequests {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final RecordedRequests recorded;
    private final Period period;

    RecordedPeriod(RecordedRequests recorded, Period period) {
        this.recorded = recorded;
        this.period = period;
    }

    @Override
    public String title() {
        return "Requests received from " + DAY.format(period.from()) + " to " + DAY.format(period.to());
    }

    @Override
    public Optional<String> caution() {
        return Optional.empty();
    }

    @Override
    public List<CaseShare> mix() {
        return List.of();
    }

    @Override
    public Limits limits() {
        return Limits.COUNTED;
    }

    @Override
    public long count() {
        return recorded.held(period).complete();
    }

    @Override
    public long erased() {
        return recorded.held(period).erased();
    }

    @Override
    public void forEach(Consumer<ReplayedRequest> reader) {
        recorded.forEach(period, request -> reader.accept(replayed(request)));
    }

    private static ReplayedRequest replayed(RecordedRequest request) {
        return new ReplayedRequest(
                new Reference.Recorded(request.id()),
                request.agency(),
                request.facts(),
                Moment.dayOf(request.receivedAt()),
                actual(request.state()));
    }

    private static Actual actual(TracingRequestState state) {
        return switch (state) {
            case UNDER_REVIEW, INFORMATION_REQUESTED -> Actual.IN_REVIEW;
            // Only what was traced is ever closed.
            case TRACED, CLOSED -> Actual.TRACED;
            case NOT_TRACED -> Actual.NOT_TRACED;
            case REFUSED -> Actual.REFUSED;
            case WITHDRAWN -> Actual.WITHDRAWN;
        };
    }
}
