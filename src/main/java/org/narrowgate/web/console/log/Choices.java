package org.narrowgate.web.console.log;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that an entry can be looked for by, in closed lists: so nothing about a person ever stands in an address. */
record Choices(
        List<Choice> agencies,
        List<Choice> purposes,
        List<Choice> kinds,
        List<Choice> outcomes,
        List<Choice> refusals) {
    Choices {
        agencies = List.copyOf(agencies);
        purposes = List.copyOf(purposes);
        kinds = List.copyOf(kinds);
        outcomes = List.copyOf(outcomes);
        refusals = List.copyOf(refusals);
    }

    /** @param value as the log writes it */
    record Choice(String value, String words) {}

    static Choices of(PublishedNames.Names names) {
        return new Choices(
                byName(names.agencies()),
                byName(names.purposes()),
                worded(EntryWords.allKinds(), EntryWords::kind),
                worded(EntryWords.allOutcomes(), EntryWords::outcome),
                worded(EntryWords.allRefusals(), EntryWords::refusal));
    }

    private static List<Choice> byName(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> new Choice(name.getKey(), name.getValue()))
                .sorted(Comparator.comparing(Choice::words).thenComparing(Choice::value))
                .toList();
    }

    private static List<Choice> worded(List<String> values, UnaryOperator<String> words) {
        return values.stream()
                .map(value -> new Choice(value, words.apply(value)))
                .toList();
    }
}
