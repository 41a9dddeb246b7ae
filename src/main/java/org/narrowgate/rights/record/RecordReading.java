package org.narrowgate.rights.record;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.narrowgate.ledger.OpenedEntry;
import org.narrowgate.policy.Policy;
import org.narrowgate.rights.record.MyRecord.Disclosure;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.record.MyRecord.PurposeTerms;
import org.narrowgate.rights.record.MyRecord.Request;
import org.narrowgate.rights.record.MyRecord.Terms;

/**
 * Puts the entries that name a person together as they may know them: by request, in the words of the policy of each
 * entry. What is delayed is taken out first, so that nothing that is made of the rest can differ by it.
 */
final class RecordReading {
    private static final Set<String> STEPS = Set.of("request", "review", "reading");
    private static final String UNDECIDED = "under-review";

    private final IntFunction<Optional<Policy>> policies;
    private final Delay delay;
    private final Instant now;
    private final Map<Integer, Optional<Policy>> read = new HashMap<>();

    /** @param policies by the number of their version */
    RecordReading(IntFunction<Optional<Policy>> policies, Delay delay, Instant now) {
        this.policies = policies;
        this.delay = delay;
        this.now = now;
    }

    /**
     * The requests there are to know of, the latest first. One that is still under review is none, for to know of it
     * is to know of an investigation before anything came of it.
     *
     * @param withdrawn which of these requests, so far undecided, their agency took back, and when
     */
    List<Request> requests(List<OpenedEntry> entries, Function<Set<UUID>, Map<UUID, Instant>> withdrawn) {
        var said = entries.stream()
                .filter(entry -> STEPS.contains(Said.kindOf(entry)))
                .map(Said::read)
                .filter(this::shows)
                .sorted(Comparator.comparingLong(Said::index))
                .toList();
        var decided =
                said.stream().filter(step -> !step.outcome().equals(UNDECIDED)).toList();
        var known = decided.stream().map(Said::request).collect(toUnmodifiableSet());
        var open = said.stream().filter(step -> !known.contains(step.request())).toList();
        var takenBack = withdrawn.apply(open.stream().map(Said::request).collect(toUnmodifiableSet()));
        return Stream.concat(
                        grouped(decided).values().stream().map(this::request),
                        open.stream()
                                .flatMap(
                                        step -> Optional.ofNullable(takenBack.get(step.request()))
                                                .flatMap(at -> takenBack(step, at))
                                                .stream()))
                .sorted(Comparator.comparing(Request::at).reversed().thenComparing(Request::id))
                .toList();
    }

    // Taken back is the first that there is to know of it: what delays a decision of that moment delays this.
    private Optional<Request> takenBack(Said asked, Instant at) {
        var then = asked.at(at);
        return Optional.of(then)
                .filter(this::shows)
                .map(_ -> request(
                        asked,
                        new Outcome.Withdrawn(Stream.of(asked, then)
                                .flatMap(step -> delay.until(step).stream())
                                .max(Comparator.naturalOrder()))));
    }

    private boolean shows(Said step) {
        return delay.until(step).filter(now::isBefore).isEmpty();
    }

    // By their words as well: what was read again under another policy stands under what that one says.
    private Map<List<Object>, List<Said>> grouped(List<Said> decided) {
        return decided.stream()
                .collect(groupingBy(
                        step -> List.of(step.request(), terms(step)), LinkedHashMap::new, toUnmodifiableList()));
    }

    private Request request(List<Said> steps) {
        var disclosures = steps.stream().filter(Said::isDisclosure).toList();
        if (!disclosures.isEmpty()) {
            return request(
                    disclosures.getLast(),
                    new Outcome.Received(disclosures.reversed().stream()
                            .map(this::disclosure)
                            .toList()));
        }
        var last = steps.getLast();
        return request(last, outcome(last));
    }

    private Request request(Said step, Outcome outcome) {
        return new Request(step.request(), step.at(), terms(step), outcome);
    }

    private Disclosure disclosure(Said step) {
        return new Disclosure(step.at(), step.released(), step.generalised(), delay.until(step));
    }

    private Outcome outcome(Said step) {
        var delayed = delay.until(step);
        return switch (step.outcome()) {
            case "traced" -> new Outcome.Allowed(delayed);
            case "not-traced" -> new Outcome.NotTraced(delayed);
            case "refused" -> new Outcome.Refused(step.reason().orElseThrow(() -> unreadable(step)), delayed);
            default -> throw unreadable(step);
        };
    }

    private Terms terms(Said step) {
        var policy = read.computeIfAbsent(step.policyVersion(), policies::apply);
        return new Terms(
                step.agency(),
                policy.flatMap(known -> known.agency(step.agency()))
                        .map(agency -> agency.name())
                        .orElse(step.agency().value()),
                step.purpose()
                        .flatMap(id -> policy.flatMap(known -> known.purpose(id)))
                        .map(purpose -> new PurposeTerms(
                                purpose.id(), purpose.title(), purpose.lawfulBasis(), purpose.statute())),
                policy.flatMap(known -> known.agreementOf(step.agency())).map(agreement -> agreement.title()));
    }

    private static IllegalStateException unreadable(Said step) {
        return new IllegalStateException("entry " + step.index() + " cannot be read");
    }
}
