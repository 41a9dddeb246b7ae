package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.policy.Agreement.Grant;

/** What each agency effectively gets otherwise for each purpose its agreement names. */
final class HoldingsDifference {
    private final Map<Holding, Held> before;
    private final Map<Holding, Held> after;
    private final AgencyNames names;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Effect> effects = new HashSet<>();
    private final Set<PurposeId> held = new HashSet<>();

    HoldingsDifference(PolicyDocument before, PolicyDocument after) {
        this.before = holdings(before);
        this.after = holdings(after);
        this.names = new AgencyNames(before, after);
        var all = new LinkedHashSet<>(this.after.keySet());
        all.addAll(this.before.keySet());
        all.forEach(this::compare);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Whether somebody holds this purpose or one below it, in either document. */
    boolean isHeld(PurposeId purpose) {
        return held.contains(purpose);
    }

    /** Whether a change of this purpose's own was said as what it changes for somebody. */
    boolean tells(PurposeId purpose, Said own) {
        return effects.contains(new Effect(purpose, own.aspect(), own.direction()));
    }

    private void compare(Holding holding) {
        var earlier = Optional.ofNullable(before.get(holding));
        var later = Optional.ofNullable(after.get(holding));
        var inUse = Stream.of(earlier, later)
                .flatMap(Optional::stream)
                .filter(Held::isEffective)
                .toList();
        inUse.forEach(one -> one.lineage().purposes().forEach(purpose -> held.add(purpose.id())));
        if (inUse.size() == 1) {
            sayGivenOrTaken(holding, inUse.getFirst(), later);
            return;
        }
        if (earlier.isPresent() && later.isPresent()) {
            if (!inUse.isEmpty()) {
                sayOf(holding, earlier.get(), later.get());
            }
            limits(earlier.get().grant(), later.get().grant()).forEach(said -> say(holding, said));
            return;
        }
        var does = later.isPresent() ? "now names" : "no longer names";
        say(holding, new Said(NEITHER, "grant", "has an agreement that " + does + " what is prohibited to it,"));
    }

    private void sayGivenOrTaken(Holding holding, Held one, Optional<Held> later) {
        boolean given = later.filter(Held::isEffective).isPresent();
        say(
                holding,
                given
                        ? new Said(
                                WIDENS, "grant", "may now ask, and " + sees(one.lineage()) + limited(one.grant()) + ",")
                        : new Said(NARROWS, "grant", "may no longer ask"));
    }

    private void sayOf(Holding holding, Held earlier, Held later) {
        new LineageDifference(earlier.lineage(), later.lineage()).said().forEach(said -> {
            say(holding, said);
            Stream.of(earlier, later)
                    .flatMap(one -> one.lineage().purposes().stream())
                    .forEach(purpose -> effects.add(new Effect(purpose.id(), said.aspect(), said.direction())));
        });
    }

    private void say(Holding holding, Said said) {
        changes.add(new Change(
                said.direction(),
                Optional.of(holding.agency()),
                Optional.of(holding.purpose()),
                names.of(holding.agency()) + " " + said.phrase() + " for " + holding.purpose()));
    }

    private static Stream<Said> limits(Grant earlier, Grant later) {
        return Stream.of(
                        limit("day", earlier.dailyLimit(), later.dailyLimit()),
                        limit("month", earlier.monthlyLimit(), later.monthlyLimit()))
                .flatMap(Optional::stream);
    }

    private static Optional<Said> limit(String period, OptionalInt earlier, OptionalInt later) {
        if (earlier.equals(later)) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                Direction.ofMore(earlier.orElse(Integer.MAX_VALUE), later.orElse(Integer.MAX_VALUE)),
                "limit a " + period,
                "may ask " + times(later) + " a " + period + " instead of " + times(earlier)));
    }

    private static String times(OptionalInt limit) {
        return limit.isPresent() ? limit.getAsInt() + " times" : "any number of times";
    }

    private static String limited(Grant grant) {
        return grant.dailyLimit().stream()
                        .mapToObj(most -> ", at most " + most + " times a day")
                        .findFirst()
                        .orElse("")
                + grant.monthlyLimit().stream()
                        .mapToObj(most -> ", at most " + most + " times a month")
                        .findFirst()
                        .orElse("");
    }

    private static String sees(Lineage lineage) {
        var seen = lineage.treatments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> LineageDifference.seen(entry.getKey(), entry.getValue()).stream())
                .collect(joining(", "));
        return "sees " + (seen.isEmpty() ? "nothing" : seen);
    }

    private static Map<Holding, Held> holdings(PolicyDocument document) {
        var lineages = new PurposeTree(document.purposes()).lineages();
        var holdings = new LinkedHashMap<Holding, Held>();
        for (var agreement : document.agreements()) {
            for (var grant : agreement.purposes()) {
                var holding = new Holding(agreement.agency(), grant.purpose());
                Optional.ofNullable(lineages.get(grant.purpose()))
                        .ifPresent(lineage -> holdings.put(
                                holding, new Held(grant, lineage, lineage.prohibitionOf(agreement.agency()))));
            }
        }
        return holdings;
    }

    private record Holding(AgencyId agency, PurposeId purpose) {}

    /** A grant, with what prohibits it in spite of the agreement. */
    private record Held(Grant grant, Lineage lineage, Optional<String> prohibition) {
        boolean isEffective() {
            return prohibition.isEmpty();
        }
    }

    /** Something said that follows from a purpose, its own or one below it being held. */
    private record Effect(PurposeId purpose, String aspect, Direction direction) {}
}
