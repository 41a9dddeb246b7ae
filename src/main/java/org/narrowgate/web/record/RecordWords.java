package org.narrowgate.web.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.narrowgate.policy.DataRight;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Precision;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.rights.record.MyRecord.Disclosure;

/** The law and the policy as somebody reads them who has to do with neither. */
final class RecordWords {
    private RecordWords() {}

    /** The details in the catalogue's order, each with what was left of it: date of birth, only the year. */
    static List<String> details(Disclosure disclosure) {
        return Stream.of(Field.values())
                .filter(field -> disclosure.released().contains(field)
                        || disclosure.generalised().containsKey(field))
                .map(field -> detail(field, disclosure.generalised()))
                .toList();
    }

    private static String detail(Field field, Map<Field, Precision> generalised) {
        var precision = generalised.get(field);
        return precision == null ? field.words() : field.words() + " (" + precision.words() + ")";
    }

    /** What a lawful basis means, within a sentence that begins with it. */
    static String meaning(LawfulBasis basis) {
        return switch (basis) {
            case CONSENT -> "you agreed to it";
            case CONTRACT -> "a contract with you needs it";
            case LEGAL_OBLIGATION -> "a law or a court obliges the registry to answer";
            case VITAL_INTERESTS -> "somebody's life or safety depends on it";
            case PUBLIC_TASK -> "it is needed for a task in the public interest that the law gives to a public body";
            case LEGITIMATE_INTERESTS -> "somebody has an interest in it that weighs more than yours against it";
        };
    }

    /** A right that goes with a basis, as a sentence. */
    static String held(DataRight right) {
        return switch (right) {
            case ERASURE -> "You can ask for what was kept about you to be erased.";
            case PORTABILITY -> "You can have what you gave yourself in a form that other services can read.";
            case OBJECTION -> "You can object, for reasons of your own situation; somebody must then decide again.";
            case WITHDRAWAL_OF_CONSENT -> "You can take your agreement back at any time.";
        };
    }

    /** The same right where it does not go with the basis. */
    static String notHeld(DataRight right) {
        return switch (right) {
            case ERASURE -> "There is no right to have it erased.";
            case PORTABILITY -> "There is no right to take the data elsewhere in a readable form.";
            case OBJECTION -> "There is no right to object to it.";
            case WITHDRAWAL_OF_CONSENT -> "Nobody asked for your agreement, so there is none to take back.";
        };
    }

    /** Why a request was refused, as a sentence that tells nothing of what was argued. */
    static String reason(RefusalReason reason) {
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> "The agency may not ask for this purpose at all.";
            case AGREEMENT_NOT_IN_FORCE -> "No agreement with the agency was in force.";
            case GROUND_MISSING -> "The agency gave none of the reasons that this purpose demands.";
            case OFFENCE_EXCLUDED -> "The reason it gave is one that never counts.";
            case BELOW_SERIOUS_CRIMINALITY -> "The reason it gave was not serious enough.";
            case SOURCES_NOT_EXHAUSTED -> "The agency had not first looked in its own records.";
            case COUNTERSIGNATURE_MISSING -> "Nobody senior enough had signed the request.";
            case SEARCH_ARGUMENT_NOT_PERMITTED -> "It named you by something that may not be used for this purpose.";
            case DESTRUCTION_OVERDUE -> "The agency had not destroyed what it received earlier and had to destroy.";
            case LIMIT_REACHED -> "The agency had asked as often as its agreement allows.";
            case NOT_IN_PUBLIC_INTEREST ->
                "A caseworker found that keeping your confidence weighed more than the request.";
        };
    }
}
