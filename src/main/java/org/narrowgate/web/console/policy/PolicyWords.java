package org.narrowgate.web.console.policy;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalInt;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.Classification;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.GroundDemand;
import org.narrowgate.policy.GroundDemand.Directions;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.cases.Sign;

/** What a policy document calls by a name, as those read it who tune it. */
public final class PolicyWords {
    private PolicyWords() {}

    public static String basis(LawfulBasis basis) {
        return CaseWords.sentence(basis.words());
    }

    public static String decision(DecisionMode decision) {
        return switch (decision) {
            case AUTOMATIC -> "Automatic";
            case CASE_BY_CASE -> "Case by case, by a caseworker";
        };
    }

    public static String countersigning(Countersigning countersigning) {
        return switch (countersigning) {
            case REQUIRED -> "A senior officer must sign";
            case NOT_REQUIRED -> "No countersignature";
        };
    }

    public static String deceased(Deceased deceased) {
        return switch (deceased) {
            case INCLUDED -> "People who have died can be traced";
            case EXCLUDED -> "People who have died are not traced";
        };
    }

    public static String state(AgreementState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case IN_CONSULTATION -> "In consultation";
            case ACTIVE -> "Active";
            case SUSPENDED -> "Suspended";
            case TERMINATED -> "Terminated";
        };
    }

    static Sign sign(AgreementState state) {
        return switch (state) {
            case ACTIVE -> Sign.good(state(state));
            case SUSPENDED -> Sign.bad(state(state));
            case DRAFT, IN_CONSULTATION -> Sign.middle(state(state));
            case TERMINATED -> Sign.plain(state(state));
        };
    }

    public static String measure(SentenceMeasure measure) {
        return switch (measure) {
            case SENTENCE_IMPOSED -> "The sentence imposed";
            case MAXIMUM_SENTENCE -> "The longest sentence the offence carries";
        };
    }

    public static String directions(Directions directions) {
        return switch (directions) {
            case REQUIRED -> "A request must say what the order directs";
            case NOT_REQUIRED -> "A request need not say what the order directs";
        };
    }

    public static String second(SecondCaseworker second) {
        return switch (second) {
            case REQUIRED -> "Every approval takes two caseworkers";
            case NOT_REQUIRED -> "One caseworker approves, except with exceptional priority";
        };
    }

    public static String awaited(AwaitedInformation awaited) {
        return switch (awaited) {
            case CLOCK_STOPS -> "The clock stops while the agency owes information";
            case CLOCK_RUNS -> "The clock runs on while the agency owes information";
        };
    }

    public static String consultation(Consultation consultation) {
        return switch (consultation) {
            case REQUIRED -> "Only after an open consultation";
            case NOT_REQUIRED -> "Without a consultation";
        };
    }

    public static String restriction(Restriction restriction) {
        return switch (restriction) {
            case YIELDS -> "Yields: not traced meanwhile";
            case STANDS -> "Stands: traced all the same";
        };
    }

    static String embargo(Embargo embargo) {
        var days = embargo.days() == 1 ? "1 day" : embargo.days() + " days";
        return "Shows after " + days + ". Reviewed by " + LondonTime.day(embargo.reviewBy()) + ". " + embargo.reason();
    }

    public static String argument(SearchArgument argument) {
        return CaseWords.sentence(argument.words());
    }

    /** In the catalogue's order, whatever order they come in. */
    static String arguments(Collection<SearchArgument> arguments) {
        return arguments.isEmpty()
                ? "Nothing"
                : arguments.stream().sorted().map(PolicyWords::argument).collect(joining(", "));
    }

    /** What a serious offence must reach, or what an order must say; empty where the ground's text says it all. */
    static String demand(GroundDemand ground) {
        return switch (ground) {
            case GroundDemand.SeriousCriminality criminality ->
                "At least " + criminality.thresholdMonths() + " months. Measured: "
                        + measure(criminality.measure()).toLowerCase(Locale.UK) + ". Earliest stage: "
                        + CaseWords.stage(criminality.earliestStage()).toLowerCase(Locale.UK) + ".";
            case GroundDemand.CourtOrder order -> directions(order.directions()) + ".";
            case GroundDemand.PublicSecurityRisk risk -> "";
            case GroundDemand.MissingVulnerablePerson missing -> "";
        };
    }

    static String group(Classification classification) {
        return switch (classification) {
            case IDENTITY -> "Identity";
            case LOCATION -> "Address";
            case CONTACT -> "General practice";
        };
    }

    /** A field's name under the heading of its {@link #group}. */
    static String shortName(Field field) {
        return switch (field) {
            case PREVIOUS_FAMILY_NAMES -> "Previous names";
            case DECEASED -> "Has died";
            case ADDRESS_LINES -> "Lines";
            case ADDRESS_SINCE -> "Since";
            case PRACTICE_ODS_CODE -> "Code";
            case PRACTICE_NAME -> "Name";
            case PRACTICE_AREA_CODE -> "Area";
            case PRACTICE_REGISTERED_ON -> "Registered on";
            case NHS_NUMBER, NAME_FAMILY, NAME_GIVEN, BIRTH_DATE, GENDER, ADDRESS_POSTCODE -> CaseWords.field(field);
        };
    }

    static String dates(Agreement agreement) {
        var from = "From " + LondonTime.day(agreement.validFrom());
        return agreement
                .validUntil()
                .map(last -> from + " until " + LondonTime.day(last))
                .orElse(from);
    }

    static String limits(OptionalInt daily, OptionalInt monthly) {
        var day = daily.isPresent() ? daily.getAsInt() + " a day" : "";
        var month = monthly.isPresent() ? monthly.getAsInt() + " a month" : "";
        if (day.isEmpty() && month.isEmpty()) {
            return "no limit";
        }
        return day.isEmpty() || month.isEmpty() ? day + month : day + ", " + month;
    }
}
