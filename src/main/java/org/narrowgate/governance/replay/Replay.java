package org.narrowgate.governance.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.narrowgate.governance.replay.ReplayRequests.Limits;
import org.narrowgate.governance.replay.ReplayResult.Breakdown;
import org.narrowgate.governance.replay.ReplayResult.Dimension;
import org.narrowgate.governance.replay.ReplayResult.FieldLine;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.governance.replay.ReplayResult.ShiftLine;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/** Requests decided one after the other under two rulebooks, and counted. How many there are takes no more memory. */
public final class Replay {
    private static final String STOPS = "Agreements, purposes and agencies that are stopped at the moment count as they"
            + " stand in the documents.";
    private static final String SCOPES =
            "Each request is taken to come with the scope of its purpose: which scopes its token carried is not kept.";
    private static final String LIMITS_COUNTED =
            "Limits of requests a day and a month are counted from the first day of"
                    + " the period, for each policy what it would have let through; overdue destructions are left out.";
    private static final String LIMITS_LEFT_OUT =
            "Limits of requests a day and a month are left out, for no day is" + " known; so are overdue destructions.";
    private static final String REFERRED =
            "What a caseworker would have made of a request that is referred, nobody can say.";

    private final Rulebook before;
    private final Rulebook after;
    private final Limits limits;
    private final Names names;
    private final Examples examples;
    private final Uses usesBefore = new Uses();
    private final Uses usesAfter = new Uses();
    private final FieldTally fieldsBefore = new FieldTally();
    private final FieldTally fieldsAfter = new FieldTally();
    private final LineTally all = new LineTally();
    private final Map<AgencyId, LineTally> agencies = new HashMap<>();
    private final Map<PurposeId, LineTally> purposes = new HashMap<>();
    private final Map<GroundKind, LineTally> grounds = new EnumMap<>(GroundKind.class);
    private final Map<Actual, LineTally> actuals = new EnumMap<>(Actual.class);
    private final Map<Shift, Long> shifts = new EnumMap<>(Shift.class);

    public Replay(Rulebook before, Rulebook after, Limits limits) {
        this.before = before;
        this.after = after;
        this.limits = limits;
        this.names = new Names(before, after);
        this.examples = new Examples(names);
    }

    /** The next request, in order of day. */
    public void add(ReplayedRequest request) {
        var was = decide(before, usesBefore, request);
        var is = decide(after, usesAfter, request);
        all.add(was, is);
        tally(agencies, request.agency()).add(was, is);
        tally(purposes, request.facts().purpose()).add(was, is);
        tally(grounds, GroundKind.of(request.facts().ground())).add(was, is);
        tally(actuals, request.actual()).add(was, is);
        fieldsBefore.add(was);
        fieldsAfter.add(is);
        var shift = Shift.between(was, is);
        shifts.merge(shift, 1L, Long::sum);
        examples.add(shift, request, was, is);
    }

    /** What came of the requests so far, which are of these. */
    public ReplayResult result(ReplayRequests source, long erased) {
        return new ReplayResult(
                before.title(),
                after.title(),
                source.title(),
                source.caution(),
                source.mix(),
                notes(erased),
                erased,
                all.line("all", "All requests"),
                List.of(
                        breakdown(Dimension.AGENCY, agencies, AgencyId::value, names::agency),
                        breakdown(Dimension.PURPOSE, purposes, PurposeId::value, names::purpose),
                        breakdown(Dimension.GROUND, grounds, GroundKind::key, GroundKind::words),
                        breakdown(Dimension.ACTUAL, actuals, Replay::key, Actual::words)),
                Arrays.stream(Field.values()).map(this::field).toList(),
                Arrays.stream(Shift.values()).map(this::shift).toList());
    }

    private List<String> notes(long erased) {
        var notes = new ArrayList<String>();
        Stream.of(before, after).map(Rulebook::day).distinct().forEach(notes::add);
        notes.add(STOPS);
        notes.add(SCOPES);
        notes.add(
                switch (limits) {
                    case COUNTED -> LIMITS_COUNTED;
                    case LEFT_OUT -> LIMITS_LEFT_OUT;
                });
        notes.add(REFERRED);
        if (erased > 0) {
            notes.add(String.format(
                    Locale.UK,
                    "%,d more %s could not be replayed: erased, and what was put forward went with the rest.",
                    erased,
                    erased == 1 ? "request" : "requests"));
        }
        return List.copyOf(notes);
    }

    private Decision decide(Rulebook rules, Uses uses, ReplayedRequest request) {
        if (limits == Limits.LEFT_OUT) {
            return rules.decide(request, Standing.CLEAR);
        }
        var decision = rules.decide(request, uses.standing(request));
        if (Verdict.of(decision) != Verdict.REFUSED) {
            uses.count(request);
        }
        return decision;
    }

    private FieldLine field(Field field) {
        return new FieldLine(field.path(), fieldsBefore.given(field), fieldsAfter.given(field));
    }

    private ShiftLine shift(Shift shift) {
        return new ShiftLine(shift, shifts.getOrDefault(shift, 0L), examples.of(shift));
    }

    private static <T> LineTally tally(Map<T, LineTally> tallies, T key) {
        return tallies.computeIfAbsent(key, first -> new LineTally());
    }

    private static <T> Breakdown breakdown(
            Dimension dimension, Map<T, LineTally> tallies, Function<T, String> key, Function<T, String> words) {
        return new Breakdown(
                dimension,
                tallies.entrySet().stream()
                        .map(entry -> entry.getValue().line(key.apply(entry.getKey()), words.apply(entry.getKey())))
                        .sorted(Comparator.comparingLong(Line::requests)
                                .reversed()
                                .thenComparing(Line::key))
                        .toList());
    }

    private static String key(Actual actual) {
        return actual.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
