package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a request puts forward, in words a caseworker reads. Statements, references and the officer's name are left
 * out: they are the agency's own sentences, and may name people.
 */
final class FactsInWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private FactsInWords() {}

    static String of(Agreement agreement) {
        var until = agreement.validUntil().map(last -> " until " + day(last)).orElse("");
        return word(agreement.state()) + ", from " + day(agreement.validFrom()) + until;
    }

    static String of(Stoppable stopped) {
        return "the " + stopped.kind().word() + " `" + stopped.name() + "` is suspended";
    }

    static String of(Ground ground) {
        return switch (ground) {
            case Ground.SeriousCriminality criminality -> of(criminality);
            case Ground.PublicSecurityRisk risk -> "a risk to public security is stated";
            case Ground.MissingVulnerablePerson missing -> "a missing vulnerable person is stated";
            case Ground.CourtOrder order -> "a court order that " + directions(order);
        };
    }

    /** For example: convicted of robbery (Theft Act 1968 s.8, up to life), 36 months imposed. */
    static String of(Ground.SeriousCriminality criminality) {
        var offence = criminality.offence();
        var stage = switch (criminality.stage()) {
            case INVESTIGATED -> "under investigation for ";
            case CHARGED -> "charged with ";
            case CONVICTED -> "convicted of ";
        };
        var imposed = criminality.sentenceMonths().isPresent()
                ? ", " + months(criminality.sentenceMonths().getAsInt()) + " imposed"
                : "";
        // One that is not in the catalogue reaches no threshold, whatever is said of it.
        var known = OffenceCatalogue.all().contains(offence)
                ? " (" + offence.act() + ", up to " + maximum(offence.maximumMonths()) + ")"
                : " (not in the catalogue)";
        return stage + name(offence) + known + imposed;
    }

    static String kindOf(Ground.SeriousCriminality criminality) {
        var offence = criminality.offence();
        var kind = switch (offence.kind()) {
            case GENERAL -> " is not an immigration-only offence";
            case IMMIGRATION_ONLY -> " is an immigration-only offence";
        };
        return name(offence) + " (" + offence.act() + ")" + kind;
    }

    static String of(List<GroundDemand.SeriousCriminality> thresholds) {
        return thresholds.stream().map(FactsInWords::of).distinct().collect(joining());
    }

    static String of(Countersignature countersignature) {
        return "signed by an officer of the rank `" + countersignature.rank() + "` on "
                + day(countersignature.signedOn());
    }

    static String of(Set<SearchArgument> arguments) {
        return "named by "
                + arguments.stream().sorted().map(SearchArgument::path).collect(joining(", "));
    }

    private static String of(GroundDemand.SeriousCriminality threshold) {
        var measure = switch (threshold.measure()) {
            case SENTENCE_IMPOSED -> " imposed";
            case MAXIMUM_SENTENCE -> " as the maximum";
        };
        return "; the threshold is " + months(threshold.thresholdMonths()) + measure + ", once "
                + threshold.earliestStage().words();
    }

    private static String directions(Ground.CourtOrder order) {
        return order.directs()
                .filter(fields -> !fields.isEmpty())
                .map(fields ->
                        "directs " + fields.stream().sorted().map(Field::path).collect(joining(", ")))
                .orElse("does not say what it directs");
    }

    private static String name(Offence offence) {
        return offence.code().replace('-', ' ');
    }

    private static String maximum(OptionalInt months) {
        return months.isPresent() ? months(months.getAsInt()) : "life";
    }

    static String months(int months) {
        return months == 1 ? "1 month" : months + " months";
    }

    static String word(AgreementState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
