package org.narrowgate.web.console.cases;

import java.util.Optional;
import java.util.OptionalInt;
import org.narrowgate.casework.Handling.PriorityAnswer;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.review.CaseView.SecondCaseworker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.subject.Gender;
import org.narrowgate.web.Sentences;

/** What the rules call by a name, as a caseworker reads it. */
public final class CaseWords {
    private CaseWords() {}

    public static String ground(GroundType type) {
        return sentence(type.words());
    }

    public static String stage(OffenceStage stage) {
        return sentence(stage.words());
    }

    static String gender(Gender gender) {
        return switch (gender) {
            case MALE -> "Male";
            case FEMALE -> "Female";
            case OTHER -> "Other";
            case UNKNOWN -> "Not known";
        };
    }

    /** @param code as the catalogue writes it: {@code burglary-of-a-dwelling} */
    static String offence(String code) {
        return sentence(code.replace('-', ' '));
    }

    /** As a sentence begins. */
    public static String sentence(String words) {
        return Sentences.begun(words);
    }

    /** @param months empty for life */
    static String maximum(OptionalInt months) {
        return months.isPresent() ? months(months.getAsInt()) : "Life";
    }

    public static String months(int months) {
        if (months % 12 == 0) {
            return months == 12 ? "1 year" : months / 12 + " years";
        }
        return months == 1 ? "1 month" : months + " months";
    }

    /** What becomes of a wish for exceptional priority; empty where there was none. */
    static Optional<Sign> priority(PriorityAnswer answer) {
        return switch (answer) {
            case NOT_ASKED -> Optional.empty();
            case AWAITED -> Optional.of(Sign.middle("Exceptional priority asked"));
            case ACCEPTED -> Optional.of(Sign.bad("Exceptional priority"));
            case DECLINED -> Optional.of(Sign.plain("Exceptional priority declined"));
        };
    }

    /** Why approving takes two; empty where it does not. */
    static String second(SecondCaseworker second) {
        return switch (second) {
            case NOT_NEEDED -> "";
            case NEEDED_FOR_PRIORITY ->
                "Approving takes two caseworkers, because exceptional priority is asked for or accepted.";
            case NEEDED_FOR_PURPOSE -> "Approving takes two caseworkers: the policy asks for it for this purpose.";
        };
    }

    static String requirement(RefusalReason reason) {
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> "The purpose is granted to the agency";
            case AGREEMENT_NOT_IN_FORCE -> "The agreement is in force";
            case GROUND_MISSING -> "A ground is given";
            case OFFENCE_EXCLUDED -> "The offence is not an immigration offence";
            case BELOW_SERIOUS_CRIMINALITY -> "The offence is serious enough";
            case SOURCES_NOT_EXHAUSTED -> "The agency has tried its own sources";
            case COUNTERSIGNATURE_MISSING -> "A senior officer has signed";
            case SEARCH_ARGUMENT_NOT_PERMITTED -> "The person is named only by what may be searched with";
            case DESTRUCTION_OVERDUE -> "Earlier disclosures are destroyed in time";
            case LIMIT_REACHED -> "The agreement's limit is not reached";
            case NOT_IN_PUBLIC_INTEREST -> "Disclosure is in the public interest";
        };
    }

    public static String field(Field field) {
        return sentence(field.words());
    }

    /** By its path; the path itself where the catalogue does not know it any more. */
    static String field(String path) {
        return Field.ofPath(path).map(CaseWords::field).orElse(path);
    }

    public static String treatment(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release() -> "Released as held";
            case FieldTreatment.Generalise(var precision) -> sentence(precision.words());
            case FieldTreatment.Withhold() -> "Withheld";
        };
    }

    static String notification(Notification notification) {
        return switch (notification) {
            case NOTIFIED -> "The Information Commissioner was notified";
            case NOT_REQUIRED -> "Notifying the Information Commissioner was not required";
        };
    }
}
