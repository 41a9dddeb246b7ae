package org.narrowgate.web.console.log;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.search.LogQuestion;
import org.narrowgate.web.console.log.Choices.Choice;

/**
 * What a search's address means.
 *
 * @param says what was chosen from a list, by the name of the list
 * @param from the first day, in London
 * @param to the last day, which is included
 * @param before entries below this index only
 * @param faults why it cannot be searched for; what is at fault is left out of the rest, and never repeated
 */
public record Sought(
        Map<String, String> says,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        OptionalLong before,
        List<Fault> faults) {
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final String PATH = "/console/log/search";

    public Sought {
        says = Map.copyOf(says);
        faults = List.copyOf(faults);
    }

    /**
     * A part of the address that means nothing.
     *
     * @param field its name in the address, and on the page
     */
    public record Fault(String field, String label, String rule) {}

    static Sought read(SearchQuery query, Choices choices) {
        var reading = new Reading();
        reading.choose("agency", "Agency", query.agency, choices.agencies());
        reading.choose("purpose", "Purpose", query.purpose, choices.purposes());
        reading.choose("kind", "Kind of entry", query.kind, choices.kinds());
        reading.choose("outcome", "Outcome", query.outcome, choices.outcomes());
        reading.choose("reason", "Reason of a refusal", query.reason, choices.refusals());
        var from = reading.day("from", "First day", query.from);
        var to = reading.day("to", "Last day", query.to);
        var before = reading.index(query.before);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            reading.fault("to", "Last day", "it is before the first day");
        }
        return new Sought(reading.says, from, to, before, reading.faults);
    }

    /** @throws IllegalStateException where it has faults */
    LogQuestion question() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("it has faults");
        }
        return new LogQuestion(
                says,
                from.map(day -> day.atStartOfDay(ZONE).toInstant()),
                to.map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant()));
    }

    /** Where the same search goes on. */
    String address(OptionalLong below) {
        return PATH + query(below);
    }

    /** @param type of a file of this page: csv or json */
    String file(String type) {
        return PATH + "." + type + query(before);
    }

    private String query(OptionalLong below) {
        var parts = new LinkedHashMap<String, String>();
        List.of("agency", "purpose", "kind", "outcome", "reason").forEach(name -> {
            if (says.containsKey(name)) {
                parts.put(name, Objects.requireNonNull(says.get(name)));
            }
        });
        from.ifPresent(day -> parts.put("from", day.toString()));
        to.ifPresent(day -> parts.put("to", day.toString()));
        below.ifPresent(index -> parts.put("before", String.valueOf(index)));
        // Every value is from a closed list, a day or a number: none has to be escaped.
        return parts.isEmpty()
                ? ""
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(joining("&", "?", ""));
    }

    private static final class Reading {
        private final Map<String, String> says = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        void choose(String field, String label, @Nullable String given, List<Choice> choices) {
            if (given == null || given.isEmpty()) {
                return;
            }
            if (choices.stream().anyMatch(choice -> choice.value().equals(given))) {
                says.put(field, given);
                return;
            }
            fault(field, label, "choose one of the list");
        }

        Optional<LocalDate> day(String field, String label, @Nullable String given) {
            if (given == null || given.isEmpty()) {
                return Optional.empty();
            }
            try {
                if (given.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")) {
                    return Optional.of(LocalDate.parse(given));
                }
            } catch (DateTimeParseException e) {
                // No such day: the fault below says what one looks like.
            }
            fault(field, label, "write a day of the calendar, for example 2026-11-22");
            return Optional.empty();
        }

        OptionalLong index(@Nullable String given) {
            if (given == null || given.isEmpty()) {
                return OptionalLong.empty();
            }
            if (given.matches("[0-9]{1,18}")) {
                return OptionalLong.of(Long.parseLong(given));
            }
            fault("before", "Place to go on at", "it is the number of an entry");
            return OptionalLong.empty();
        }

        void fault(String field, String label, String rule) {
            faults.add(new Fault(field, label, rule));
        }
    }
}
