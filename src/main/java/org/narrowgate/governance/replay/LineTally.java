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
    private static final Verdict[] VERDICTS = Verdict.values();

    private final long[][] crossings = new long[VERDICTS.length][VERDICTS.length];
    private final Map<RefusalReason, Long> reasonsBefore = new EnumMap<>(RefusalReason.class);
    private final Map<RefusalReason, Long> reasonsAfter = new EnumMap<>(RefusalReason.class);

    void add(Decision before, Decision after) {
        crossings[Verdict.of(before).ordinal()][Verdict.of(after).ordinal()]++;
        addReason(reasonsBefore, before);
        addReason(reasonsAfter, after);
    }

    Line line(String key, String words) {
        var counted = new ArrayList<Crossing>();
        for (var before : VERDICTS) {
            for (var after : VERDICTS) {
                counted.add(new Crossing(before, after, crossings[before.ordinal()][after.ordinal()]));
            }
        }
        counted.removeIf(crossing -> crossing.count() == 0);
        return new Line(key, words, counted, reasonsBefore, reasonsAfter);
    }

    private static void addReason(Map<RefusalReason, Long> reasons, Decision decision) {
        if (decision instanceof Decision.Refuse refuse) {
            reasons.merge(refuse.reason(), 1L, Long::sum);
        }
    }
}
