package org.narrowgate.governance.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.narrowgate.governance.replay.ReplayResult.Dimension;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.policy.RefusalReason;

/** What came of a replay, in sentences. */
public final class ReplayInWords {
    // What the commitment of 9 May 2018 narrowed: whoever has no such ground is excluded.
    private static final Set<RefusalReason> EXCLUDING = Set.of(
            RefusalReason.GROUND_MISSING, RefusalReason.OFFENCE_EXCLUDED, RefusalReason.BELOW_SERIOUS_CRIMINALITY);
    private static final String HOME_OFFICE = "home-office";

    private ReplayInWords() {}

    /** The main thing first. */
    public static List<String> sentences(ReplayResult result) {
        var sentences = new ArrayList<String>();
        sentences.add(refused(result));
        sentences.add(others(result));
        if (result.caution().isPresent()) {
            result.breakdowns().stream()
                    .filter(breakdown -> breakdown.dimension() == Dimension.AGENCY)
                    .flatMap(breakdown -> breakdown.lines().stream())
                    .filter(line -> line.key().equals(HOME_OFFICE))
                    .map(line -> excluded(result, line))
                    .forEach(sentences::add);
        }
        return List.copyOf(sentences);
    }

    private static String refused(ReplayResult result) {
        var all = result.all();
        long before = all.before(Verdict.REFUSED);
        long after = all.after(Verdict.REFUSED);
        return "Of %s %s would have refused %s, %s %s."
                .formatted(
                        requests(all.requests()),
                        result.after(),
                        share(after, all.requests()),
                        compared(after - before),
                        result.before());
    }

    private static String others(ReplayResult result) {
        var all = result.all();
        return "It would have referred %s to a caseworker (%s: %s) and permitted %s (%s: %s)."
                .formatted(
                        number(all.after(Verdict.REFERRED)),
                        result.before(),
                        number(all.before(Verdict.REFERRED)),
                        number(all.after(Verdict.PERMITTED)),
                        result.before(),
                        number(all.before(Verdict.PERMITTED)));
    }

    private static String excluded(ReplayResult result, Line homeOffice) {
        return ("Of the Home Office's %s it would have excluded %s, for want of an acceptable ground, for an"
                        + " immigration-only offence, or for one below serious criminality; %s excluded %s. That mix of"
                        + " cases is made up, so the share proves nothing about the real year.")
                .formatted(
                        requests(homeOffice.requests()),
                        share(count(homeOffice.reasonsAfter()), homeOffice.requests()),
                        result.before(),
                        number(count(homeOffice.reasonsBefore())));
    }

    private static long count(Map<RefusalReason, Long> reasons) {
        return EXCLUDING.stream()
                .mapToLong(reason -> reasons.getOrDefault(reason, 0L))
                .sum();
    }

    private static String compared(long difference) {
        if (difference == 0) {
            return "as many as";
        }
        return difference > 0 ? number(difference) + " more than" : number(-difference) + " fewer than";
    }

    private static String requests(long count) {
        return count == 1 ? "1 request" : number(count) + " requests";
    }

    private static String share(long part, long whole) {
        return "%s (%s)".formatted(number(part), percent(part, whole));
    }

    /** With one decimal; of nothing, none. */
    public static String percent(long part, long whole) {
        return String.format(Locale.UK, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
