package org.narrowgate.web.console.policy.replay;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;

/** What somebody chose and typed to begin a replay, by the names of its fields, and what is wrong with it. */
record ReplayForm(Map<String, String> fields) {
    static final String SOURCE = "source";
    static final String ARCHIVE = "archive-2016";
    static final String RECORDED = "recorded";
    static final String AGAINST = "against";
    static final String IN_FORCE = "in-force";
    static final String PRACTICE = "practice-of-2016";
    static final String FROM = "from";
    static final String TO = "to";
    private static final String MIX = "mix-";
    private static final int MONTHS_BACK = 12;

    ReplayForm {
        fields = Map.copyOf(fields);
    }

    /** @param sentence says what to do about it */
    record Fault(String field, String sentence) {}

    /** As it is before anybody has touched it: the archive as assumed, and the past year. */
    static ReplayForm fresh(LocalDate today, List<CaseShare> assumed) {
        var fields = new HashMap<String, String>();
        fields.put(SOURCE, ARCHIVE);
        fields.put(AGAINST, IN_FORCE);
        fields.put(FROM, today.minusMonths(MONTHS_BACK).toString());
        fields.put(TO, today.toString());
        assumed.forEach(share -> fields.put(name(share), String.valueOf(share.weight())));
        return new ReplayForm(fields);
    }

    static ReplayForm of(MultivaluedMap<String, String> form, List<CaseShare> assumed) {
        var fields = new HashMap<String, String>();
        Stream.concat(Stream.of(SOURCE, AGAINST, FROM, TO), assumed.stream().map(ReplayForm::name))
                .forEach(name -> fields.put(
                        name,
                        Optional.ofNullable(form.getFirst(name)).orElse("").strip()));
        return new ReplayForm(fields);
    }

    static String name(CaseShare share) {
        return MIX + share.kind();
    }

    String of(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean isRecorded() {
        return of(SOURCE).equals(RECORDED);
    }

    Opponent opponent() {
        return of(AGAINST).equals(PRACTICE) ? Opponent.PRACTICE_OF_2016 : Opponent.IN_FORCE;
    }

    /** In the order of the form; none where {@link #choice} can be asked. */
    List<Fault> faults(List<CaseShare> assumed, LocalDate today) {
        return isRecorded() ? faultsOfPeriod(today) : faultsOfMix(assumed);
    }

    Choice choice(List<CaseShare> assumed) {
        if (isRecorded()) {
            return new Choice.Recorded(new Period(day(FROM).orElseThrow(), day(TO).orElseThrow()));
        }
        var mix = assumed.stream()
                .map(share ->
                        new CaseShare(share.kind(), share.words(), weight(share).orElseThrow()))
                .toList();
        return mix.equals(assumed) ? new Choice.Archive2016() : new Choice.Varied2016(mix);
    }

    private List<Fault> faultsOfPeriod(LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (opponent() == Opponent.PRACTICE_OF_2016) {
            faults.add(new Fault(AGAINST, "Only the requests of 2016 can be held against the practice of 2016."));
        }
        for (var name : List.of(FROM, TO)) {
            if (day(name).isEmpty()) {
                faults.add(new Fault(name, "Write a day as 2026-01-31."));
            }
        }
        var from = day(FROM);
        var to = day(TO);
        if (to.filter(today::isBefore).isPresent()) {
            faults.add(new Fault(TO, "The period must not end in the future."));
        } else if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            faults.add(new Fault(TO, "The period ends before it begins."));
        }
        return List.copyOf(faults);
    }

    private List<Fault> faultsOfMix(List<CaseShare> assumed) {
        var faults = new ArrayList<Fault>();
        for (var share : assumed) {
            if (weight(share).isEmpty()) {
                faults.add(new Fault(name(share), "Write a whole number from 0 to 1,000,000."));
            }
        }
        if (faults.isEmpty() && assumed.stream().allMatch(share -> weight(share).orElse(0) == 0)) {
            faults.add(new Fault(name(assumed.getFirst()), "At least one kind of case must have some weight."));
        }
        return List.copyOf(faults);
    }

    Optional<Integer> weight(CaseShare share) {
        var text = of(name(share));
        return text.matches("[0-9]{1,7}")
                ? Optional.of(Integer.parseInt(text)).filter(weight -> weight <= CaseShare.HEAVIEST)
                : Optional.empty();
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(of(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
