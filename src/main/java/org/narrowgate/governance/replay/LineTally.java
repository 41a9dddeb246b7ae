package org.narrowgate.governance.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.narrowgate.governance.replay.ReplayResult.Crossing;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.RefusalReason;

/** Counts how some of the requests were decided. */
final class LineTally {
    private final Map<Verdict, Map<Verdict, Long>> crossings = new EnumMap<>(Verdict.class);
    private final Map<RefusalReason, Long> reasonsBefore = new EnumMap<>(RefusalReason.class);
    private final Map<RefusalReason, Long> reasonsAfter = new EnumMap<>(RefusalReason.class);

    void add(Decision before, Decision after) {
        crossings
                .computeIfAbsent(Verdict.of(before), first -> new EnumMap<>(Verdict.class))
                .merge(Verdict.of(after), 1L, Long::sum);
        addReason(reasonsBefore, before);
        addReason(reasonsAfter, after);
    }

    Line line(String key, String words) {
        var counted = new ArrayList<Crossing>();
        crossings.forEach((before, followed) ->
                followed.forEach((after, count) -> counted.add(new Crossing(before, after, count))));
        return new Line(key, words, counted, reasonsBefore, reasonsAfter);
    }

    private static void addReason(Map<RefusalReason, Long> reasons, Decision decision) {
        if (decision instanceof Decision.Refuse refuse) {
            reasons.merge(refuse.reason(), 1L, Long::sum);
        }
    }
}
