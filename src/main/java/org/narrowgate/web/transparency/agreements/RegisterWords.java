package org.narrowgate.web.transparency.agreements;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.DataRight;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.transparency.agreements.AgreementStatus;
import org.narrowgate.transparency.agreements.Milestone;
import org.narrowgate.web.LondonTime;

/** What the rules call by a name, as anybody reads it. */
final class RegisterWords {
    private RegisterWords() {}

    static String status(AgreementStatus status) {
        var words = switch (status.kind()) {
            case ANNOUNCED -> "Announced";
            case NEVER_IN_FORCE -> "Published, but never in force";
            case IN_PREPARATION -> "In preparation";
            case IN_CONSULTATION -> "In consultation";
            case NOT_YET_IN_FORCE -> "Not yet in force";
            case IN_FORCE -> "In force";
            case SUSPENDED -> "Suspended";
            case ENDED -> "Ended";
            case TERMINATED -> "Terminated";
        };
        var since = status.kind() == AgreementStatus.Kind.ENDED ? " after " : " since ";
        return words + status.since().map(day -> since + LondonTime.day(day)).orElse("");
    }

    /** The sign's colour; its words say the same. */
    static String tone(AgreementStatus.Kind kind) {
        return switch (kind) {
            case IN_FORCE -> "good";
            case SUSPENDED, TERMINATED, ENDED -> "bad";
            case ANNOUNCED, IN_PREPARATION, IN_CONSULTATION, NOT_YET_IN_FORCE -> "middle";
            case NEVER_IN_FORCE -> "plain";
        };
    }

    static String tone(PublishedVersion.State state) {
        return switch (state) {
            case IN_FORCE -> "good";
            case ANNOUNCED -> "middle";
            case SUPERSEDED, FELL_AWAY -> "plain";
        };
    }

    static String milestone(Milestone.Kind kind) {
        return switch (kind) {
            case REGISTERED -> "Entered in the register";
            case ACTIVATED -> "Made active";
            case WIDENED -> "Widened";
            case NARROWED -> "Narrowed";
            case REWORDED -> "Changed in other ways";
            case SUSPENDED -> "Suspended";
            case RESUMED -> "Resumed";
            case ENDED -> "Ended by its own date";
            case TERMINATED -> "Terminated";
        };
    }

    /** Widening is marked as what deserves a second look. */
    static String tone(Milestone.Kind kind) {
        return switch (kind) {
            case WIDENED -> "middle";
            case NARROWED -> "good";
            case SUSPENDED, ENDED, TERMINATED -> "bad";
            case REGISTERED, ACTIVATED, REWORDED, RESUMED -> "plain";
        };
    }

    /** For example: from 9 May 2018, without an end. */
    static String dates(Agreement agreement) {
        return "from " + LondonTime.day(agreement.validFrom())
                + agreement
                        .validUntil()
                        .map(last -> " to " + LondonTime.day(last))
                        .orElse(", without an end");
    }

    /** What people can do about it, one sentence for each right. */
    static List<String> rights(LawfulBasis basis) {
        return Stream.of(
                        Arrays.stream(DataRight.values())
                                .filter(right -> right.holdsUnder(basis))
                                .map(right -> "You can " + verb(right) + "."),
                        Arrays.stream(DataRight.values())
                                .filter(not(right -> right.holdsUnder(basis)))
                                .filter(right -> right != DataRight.WITHDRAWAL_OF_CONSENT)
                                .map(right -> "There is no right to " + verb(right) + " on this basis."),
                        Stream.of("On every basis you are to be informed, can have access, have mistakes put right and"
                                + " ask for restriction, and have rights about automated decisions."))
                .flatMap(each -> each)
                .toList();
    }

    private static String verb(DataRight right) {
        return switch (right) {
            case ERASURE -> "have your details erased";
            case PORTABILITY -> "take your details elsewhere in a form that programs read";
            case OBJECTION -> "object";
            case WITHDRAWAL_OF_CONSENT -> "withdraw your consent";
        };
    }

    static String decision(DecisionMode mode) {
        return switch (mode) {
            case AUTOMATIC -> "by these rules alone, without a caseworker";
            case CASE_BY_CASE -> "case by case, by a caseworker of the registry who may refuse";
        };
    }

    static String countersigning(Countersigning countersigning) {
        return switch (countersigning) {
            case REQUIRED -> "A senior officer of the agency must have signed.";
            case NOT_REQUIRED -> "No senior officer has to sign.";
        };
    }

    static List<String> terms(PurposeTerms terms, Consultation consultation) {
        return Stream.of(
                        "Answered within " + days(terms.responseWorkingDays(), "working day")
                                + ", exceptional cases within " + days(terms.exceptionalWorkingDays(), "working day")
                                + ".",
                        "Destroyed by the agency within " + days(terms.retentionDays(), "day") + ".",
                        "An outcome can be read again for " + days(terms.readableDays(), "day") + ", at most "
                                + days(terms.readings(), "time") + ".",
                        deceased(terms.deceased()),
                        limits(terms),
                        widening(consultation))
                .toList();
    }

    static String restriction(Restriction restriction) {
        return switch (restriction) {
            case YIELDS -> "Nobody who has had the use of their details restricted is traced for it.";
            case STANDS -> "People are traced for it even where they have had the use of their details restricted.";
        };
    }

    static String embargo(Optional<Embargo> embargo) {
        return embargo.map(delay -> "What is disclosed shows in a person's own record after "
                        + days(delay.days(), "day")
                        + ", because: " + delay.reason() + " This is reviewed by " + LondonTime.day(delay.reviewBy())
                        + "; from then on what is not renewed shows at once.")
                .orElse(
                        "What is disclosed shows in a person's own record at once, unless it is delayed for one request.");
    }

    private static String widening(Consultation consultation) {
        return switch (consultation) {
            case REQUIRED -> "It can be widened only after an open consultation.";
            case NOT_REQUIRED -> "It can be widened without a consultation, by two people.";
        };
    }

    private static String deceased(Deceased deceased) {
        return switch (deceased) {
            case INCLUDED -> "People who have died are traced too.";
            case EXCLUDED -> "People who have died are not traced.";
        };
    }

    private static String limits(PurposeTerms terms) {
        var limits = Stream.of(
                        terms.dailyLimit().stream().mapToObj(limit -> grouped(limit) + " requests a day"),
                        terms.monthlyLimit().stream().mapToObj(limit -> grouped(limit) + " requests a month"))
                .flatMap(each -> each)
                .collect(joining(" and "));
        return limits.isEmpty() ? "There is no limit to the number of requests." : "At most " + limits + ".";
    }

    /** What is left of a value; empty where all or nothing is. */
    static String remainder(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Generalise(var precision) -> precision.words();
            case FieldTreatment.Release(), FieldTreatment.Withhold() -> "";
        };
    }

    /** For example: family name, gender and postcode. */
    static String list(List<String> words) {
        var last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String days(int number, String unit) {
        return grouped(number) + " " + unit + (number == 1 ? "" : "s");
    }

    private static String grouped(int number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
