package org.narrowgate.rights.embargo;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.rights.embargo.EmbargoLine.Waiting;
import org.narrowgate.rights.embargo.Embargoes.OfPurpose.Standing;

/** Embargoes by their dates: those of every policy version since an entry, and those approved for its request. */
@ApplicationScoped
class DatedEmbargoes implements Embargoes {
    private final EmbargoEvents events;
    private final CaseFiles files;
    private final PolicyInForce policy;
    private final PolicyVersions versions;
    // Immutable once published, and few.
    private final Map<Integer, PolicyVersion> published = new ConcurrentHashMap<>();

    DatedEmbargoes(EmbargoEvents events, CaseFiles files, PolicyInForce policy, PolicyVersions versions) {
        this.events = events;
        this.files = files;
        this.policy = policy;
        this.versions = versions;
    }

    @Override
    public Optional<Instant> endOf(LoggedStep entry, Instant now) {
        return Optional.of(shownFrom(entry, now)).filter(now::isBefore);
    }

    @Override
    public Instant shownFrom(LoggedStep entry, Instant now) {
        var spans = new ArrayList<Span>(PolicySpans.of(entry, since(entry, now)));
        spans.addAll(events.of(new TracingRequestId(entry.request())).spans());
        return Span.firstShown(entry.at(), spans);
    }

    @Override
    public List<EmbargoLine> ofRequests(Instant now) {
        return lines(now, _ -> true);
    }

    @Override
    public List<EmbargoLine> toDo(Instant now, LocalDate reviewBy) {
        return lines(
                now,
                embargo -> waiting(embargo) != Waiting.NOTHING
                        || embargo.inForce(now)
                                .filter(one -> !one.term().reviewBy().isAfter(reviewBy))
                                .isPresent());
    }

    private List<EmbargoLine> lines(Instant now, Predicate<RequestEmbargo> which) {
        return events.all().entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .flatMap(one -> line(one.getKey(), one.getValue(), now).stream())
                .sorted(comparing(DatedEmbargoes::isOver)
                        .thenComparing(DatedEmbargoes::nextDay, nullsLast(naturalOrder()))
                        .thenComparing(line -> line.request().toString()))
                .toList();
    }

    @Override
    public List<OfPurpose> ofPurposes(Instant now) {
        var inForce = policy.current().policy();
        return inForce.document().purposes().stream()
                .flatMap(purpose -> inForce.embargo(purpose.id()).stream()
                        .map(embargo -> new OfPurpose(
                                purpose.id(),
                                purpose.title(),
                                embargo,
                                embargo.endOf(now).isAfter(now) ? Standing.IN_FORCE : Standing.LAPSED)))
                .toList();
    }

    private Optional<EmbargoLine> line(TracingRequestId id, RequestEmbargo embargo, Instant now) {
        return files.find(id)
                .flatMap(file -> embargo.state(now)
                        .map(state -> new EmbargoLine(
                                id.value(),
                                file.agency(),
                                file.purpose(),
                                file.caseReference(),
                                state,
                                embargo.until(now),
                                embargo.reviewBy(now),
                                waiting(embargo))));
    }

    private static Waiting waiting(RequestEmbargo embargo) {
        if (embargo.proposal().isPresent()) {
            return Waiting.A_PROPOSAL;
        }
        return embargo.ask().isPresent() ? Waiting.AN_ASK : Waiting.NOTHING;
    }

    private static boolean isOver(EmbargoLine line) {
        return switch (line.state()) {
            case ASKED, PROPOSED, IN_FORCE -> false;
            case REFUSED, ENDED, LAPSED -> true;
        };
    }

    private static @Nullable LocalDate nextDay(EmbargoLine line) {
        return line.reviewBy().or(line::until).orElse(null);
    }

    /** The version it was decided under, and those published after it whose time has come. */
    private List<PolicyVersion> since(LoggedStep entry, Instant now) {
        var newest = Math.max(entry.policyVersion(), policy.current().number());
        return IntStream.rangeClosed(entry.policyVersion(), newest)
                .mapToObj(this::version)
                .filter(version -> version.number() == entry.policyVersion()
                        || !version.inForceFrom().isAfter(now))
                .toList();
    }

    private PolicyVersion version(int number) {
        return published.computeIfAbsent(
                number,
                wanted -> versions.version(wanted)
                        .orElseThrow(
                                () -> new IllegalStateException("no policy version " + wanted + " was published")));
    }
}
