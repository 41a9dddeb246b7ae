package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.ledger.WrittenEntry;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.Discrepancy.Cause;

/**
 * Folds the log into the register, entry by entry in the log's order. It keeps the requests under review by name; of
 * all others only how many there are of each kind. Not safe for several threads.
 */
final class RegisterFold {
    /** The registry's own: months begin and end here. */
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    // A replica's clock further from the database's than this is not believed, so that no entry can still come into a
    // month that has been published: see ClosedMonths.
    private static final Duration BELIEVABLE = Duration.ofHours(12);
    private static final int DISCREPANCIES_KEPT = 100;

    private final AgencyGroups groups;
    private final WorkingDays workingDays;
    private final Map<UUID, UnderReview> underReview = new HashMap<>();
    private final Map<Lot, Long> lots = new HashMap<>();
    private final Map<YearMonth, Draw> draws = new HashMap<>();
    private final Map<WrongPersonReports, Long> wrongPersonReports = new HashMap<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private long discrepanciesFound;
    private long entries;

    RegisterFold(AgencyGroups groups, WorkingDays workingDays) {
        this.groups = groups;
        this.workingDays = workingDays;
    }

    private record UnderReview(AgencyGroup group, LocalDate received) {
        UnderReview {
            requireNonNull(group);
            requireNonNull(received);
        }

        Lot lot(Fate fate) {
            return new Lot(YearMonth.from(received), group, fate);
        }
    }

    /** The index of the entry that comes next. */
    long entries() {
        return entries;
    }

    /** @throws IllegalArgumentException for an entry out of turn: a register with a gap would look like a whole one */
    void add(WrittenEntry entry) {
        if (entry.index() != entries) {
            throw new IllegalArgumentException("entry " + entry.index() + " where " + entries + " comes next");
        }
        Circumstances.read(entry.circumstances())
                .map(said -> add(said, day(said.at(), entry.appendedAt())))
                .orElse(Optional.of(Cause.UNREADABLE))
                .ifPresent(cause -> note(new Discrepancy(entry.index(), cause)));
        // Last, so that an entry whose policy version could not be read is taken again and not left out.
        entries++;
    }

    /** What has been folded so far. */
    Register register() {
        return new Register(entries, lots, draws, wrongPersonReports, discrepanciesFound, discrepancies);
    }

    private Optional<Cause> add(Circumstances said, LocalDate day) {
        return switch (said.kind()) {
            case "request" -> receive(said, day);
            case "review", "withdrawal" -> conclude(said, day);
            case "mismatch" -> {
                var group = groups.groupOf(said.agency(), said.policyVersion());
                wrongPersonReports.merge(new WrongPersonReports(YearMonth.from(day), group), 1L, Long::sum);
                yield Optional.empty();
            }
            // Readings, views, questions and whatever comes later never move a request to another row.
            default -> Optional.empty();
        };
    }

    private Optional<Cause> receive(Circumstances said, LocalDate day) {
        var request = request(said);
        if (request.isEmpty()) {
            return Optional.of(Cause.UNREADABLE);
        }
        if (underReview.containsKey(request.get())) {
            return Optional.of(Cause.RECEIVED_TWICE);
        }
        var received = new UnderReview(groups.groupOf(said.agency(), said.policyVersion()), day);
        if (said.outcome().equals("under-review")) {
            underReview.put(request.get(), received);
            count(request.get(), received.lot(new Fate.UnderReview()));
            return Optional.empty();
        }
        var fate = fate(said, received, day);
        fate.ifPresent(known -> count(request.get(), received.lot(known)));
        return fate.isPresent() ? Optional.empty() : Optional.of(Cause.UNKNOWN_OUTCOME);
    }

    private Optional<Cause> conclude(Circumstances said, LocalDate day) {
        var request = request(said);
        if (request.isEmpty()) {
            return Optional.of(Cause.UNREADABLE);
        }
        var received = underReview.get(request.get());
        if (received == null) {
            return Optional.of(Cause.NOT_UNDER_REVIEW);
        }
        var fate = fate(said, received, day);
        if (fate.isEmpty()) {
            return Optional.of(Cause.UNKNOWN_OUTCOME);
        }
        underReview.remove(request.get());
        count(received.lot(new Fate.UnderReview()), -1);
        count(received.lot(fate.get()), 1);
        return Optional.empty();
    }

    private Optional<Fate> fate(Circumstances said, UnderReview received, LocalDate day) {
        // Two replicas' clocks may disagree by a moment: nothing is decided before it was received.
        var decided = day.isBefore(received.received()) ? received.received() : day;
        var month = YearMonth.from(decided);
        var time = DecisionTime.of(workingDays.between(received.received(), decided));
        return switch (said.kind() + " " + said.outcome()) {
            case "request refused", "review refused" ->
                reason(said.reason()).map(reason -> new Fate.Rejected(month, reason, time));
            case "request traced", "review traced" -> Optional.of(new Fate.Traced(month, time));
            case "request not-traced", "review not-traced" -> Optional.of(new Fate.NotTraced(month, time));
            case "withdrawal withdrawn" -> Optional.of(new Fate.Withdrawn(month));
            default -> Optional.empty();
        };
    }

    private static Optional<RefusalReason> reason(String name) {
        return Arrays.stream(RefusalReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    private static Optional<UUID> request(Circumstances said) {
        try {
            return Optional.of(UUID.fromString(said.request()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant said, Instant appended) {
        var believable = Duration.between(said, appended).abs().compareTo(BELIEVABLE) <= 0;
        return LocalDate.ofInstant(believable ? said : appended, ZONE);
    }

    private void count(UUID request, Lot lot) {
        count(lot, 1);
        draws.merge(lot.received(), Draw.ofNone().with(request), (before, first) -> before.with(request));
    }

    private void count(Lot lot, long change) {
        lots.merge(lot, change, (before, by) -> before + by == 0 ? null : before + by);
    }

    private void note(Discrepancy discrepancy) {
        discrepanciesFound++;
        if (discrepancies.size() < DISCREPANCIES_KEPT) {
            discrepancies.add(discrepancy);
        }
    }
}
