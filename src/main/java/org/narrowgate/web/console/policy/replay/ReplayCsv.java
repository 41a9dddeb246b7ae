package org.narrowgate.web.console.policy.replay;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayResult.FieldLine;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.governance.replay.Verdict;
import org.narrowgate.policy.RefusalReason;

/** What came of a replay, for a spreadsheet: one line for each count. Its cells are ids and numbers: none needs a quote. */
final class ReplayCsv {
    private static final String HEADER = "section,key,measure,before,after\n";

    private final StringBuilder lines = new StringBuilder(HEADER);

    private ReplayCsv() {}

    static String of(ReplayResult result) {
        var csv = new ReplayCsv();
        csv.add("all", result.all());
        result.breakdowns()
                .forEach(breakdown -> breakdown.lines().forEach(line -> csv.add(word(breakdown.dimension()), line)));
        result.fields().forEach(csv::add);
        result.shifts()
                .forEach(shift -> csv.add("shift", word(shift.shift()), "requests", shift.count(), shift.count()));
        return csv.lines.toString();
    }

    private void add(String section, Line line) {
        add(section, line.key(), "requests", line.requests(), line.requests());
        for (var verdict : Verdict.values()) {
            add(section, line.key(), word(verdict), line.before(verdict), line.after(verdict));
        }
        var reasons = new TreeSet<>(line.reasonsBefore().keySet());
        reasons.addAll(line.reasonsAfter().keySet());
        for (var reason : reasons) {
            add(section, line.key(), reason.name(), of(line.reasonsBefore(), reason), of(line.reasonsAfter(), reason));
        }
    }

    private void add(FieldLine field) {
        var before = field.before();
        var after = field.after();
        add("field", field.path(), "released", before.released(), after.released());
        add("field", field.path(), "generalised", before.generalised(), after.generalised());
        add("field", field.path(), "withheld", before.withheld(), after.withheld());
        add("field", field.path(), "refused", before.nothing(), after.nothing());
    }

    private void add(String section, String key, String measure, long before, long after) {
        lines.append(String.join(",", section, key, measure, String.valueOf(before), String.valueOf(after)))
                .append('\n');
    }

    private static long of(Map<RefusalReason, Long> reasons, RefusalReason reason) {
        return reasons.getOrDefault(reason, 0L);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
