package org.narrowgate.web.console.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.narrowgate.ledger.search.Findings;
import org.narrowgate.ledger.search.LogSearch;
import org.narrowgate.web.console.log.Choices.Choice;
import org.narrowgate.web.console.log.SearchModel.Day;
import org.narrowgate.web.console.log.SearchModel.Filter;
import org.narrowgate.web.console.log.SearchModel.Option;

/** Searches the log and puts into words what is found. */
@ApplicationScoped
class SearchModels {
    /** Two hundred thousand entries are looked through in about a quarter of a second. */
    private static final LogSearch.Bounds BOUNDS = new LogSearch.Bounds(50, 200_000);

    private final LogSearch log;
    private final PublishedNames names;

    SearchModels(LogSearch log, PublishedNames names) {
        this.log = log;
        this.names = names;
    }

    Choices choices() {
        return Choices.of(names.everGiven());
    }

    SearchModel faulty(Sought sought, Choices choices) {
        return model(sought, choices, Findings.nothing(), "");
    }

    SearchModel found(Sought sought, Choices choices) {
        var findings = log.find(sought.question(), sought.before(), BOUNDS);
        return model(sought, choices, findings, empty(findings));
    }

    private SearchModel model(Sought sought, Choices choices, Findings findings, String empty) {
        return new SearchModel(
                List.of(
                        filter(sought, "agency", "Agency", "All agencies", choices.agencies()),
                        filter(sought, "purpose", "Purpose", "All purposes", choices.purposes()),
                        filter(sought, "kind", "Kind of entry", "All kinds", choices.kinds()),
                        filter(sought, "outcome", "Outcome", "All outcomes", choices.outcomes()),
                        filter(sought, "reason", "Reason of a refusal", "All reasons", choices.refusals())),
                List.of(day(sought, "from", "First day", sought.from()), day(sought, "to", "Last day", sought.to())),
                sought.faults(),
                findings.entries().stream()
                        .map(entry -> RowModel.of(entry, names))
                        .toList(),
                looked(findings),
                empty,
                findings.goOn().isPresent() ? sought.address(findings.goOn()) : "",
                sought.before().isPresent() ? sought.address(OptionalLong.empty()) : "",
                sought.file("csv"),
                sought.file("json"));
    }

    private static Filter filter(Sought sought, String name, String label, String all, List<Choice> choices) {
        var chosen = sought.says().getOrDefault(name, "");
        return new Filter(
                name,
                label,
                all,
                choices.stream()
                        .map(choice -> new Option(
                                choice.value(), choice.words(), choice.value().equals(chosen) ? "selected" : ""))
                        .toList(),
                fault(sought, name));
    }

    private static Day day(Sought sought, String name, String label, Optional<LocalDate> day) {
        return new Day(name, label, day.map(LocalDate::toString).orElse(""), fault(sought, name));
    }

    private static String fault(Sought sought, String name) {
        return sought.faults().stream()
                .filter(fault -> fault.field().equals(name))
                .findFirst()
                .map(Sought.Fault::rule)
                .orElse("");
    }

    private static String looked(Findings findings) {
        return findings.looked()
                .map(stretch -> "Looked at entries %,d to %,d, the newest first: %s."
                                .formatted(stretch.newest(), stretch.oldest(), shown(findings))
                        + (findings.goOn().isPresent() ? "" : " That is all."))
                .orElse("");
    }

    private static String shown(Findings findings) {
        return switch (findings.entries().size()) {
            case 0 -> "none of them is what is looked for";
            case 1 -> "one of them is what is looked for";
            default -> findings.entries().size() + " of them are what is looked for";
        };
    }

    private static String empty(Findings findings) {
        if (!findings.entries().isEmpty()) {
            return "";
        }
        if (findings.looked().isEmpty()) {
            return "The log has no entries here.";
        }
        return findings.goOn().isPresent() ? "Nothing yet: there are older entries to look at." : "Nothing was found.";
    }
}
