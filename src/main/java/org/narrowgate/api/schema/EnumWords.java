package org.narrowgate.api.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.api.answer.EmbargoAnswer.AgencysEmbargo;
import org.narrowgate.api.answer.PreviewAnswer.PreviewDecision;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.disclosure.WithheldField;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.subject.Gender;

/**
 * What the values of the contract's enums mean, in words. The enums themselves are the rules', which know of no
 * schema; the switches have no default, so that a new value breaks the build until it is described.
 *
 * @param name as the contract calls the enum
 * @param values by the name of the value
 */
record EnumWords(Class<?> type, String name, String description, Map<String, String> values) {
    EnumWords {
        values = Map.copyOf(values);
    }

    /** All of them, by the simple name of the Java type. */
    static Map<String, EnumWords> all() {
        return Stream.of(
                        of(GroundType.class, "The conditions that can make one case acceptable.", EnumWords::ground),
                        of(OffenceStage.class, "How far proceedings for an offence have come.", EnumWords::stage),
                        of(Priority.class, "How soon an answer is needed.", EnumWords::priority),
                        of(Gender.class, "Administrative gender, as the registry holds it.", EnumWords::gender),
                        of(TracingRequestState.class, "Where a tracing request stands.", EnumWords::state),
                        of(
                                RefusalReason.class,
                                "Why a request is refused. Checked in this order; the first that applies is the answer.",
                                EnumWords::refusal),
                        of(WithheldField.Treatment.class, "What becomes of a field.", EnumWords::treatment),
                        of(
                                WithheldField.Reason.class,
                                "WithholdingReason",
                                "Why a field is not released as held.",
                                EnumWords::withholding),
                        of(AgreementState.class, "Where an agreement stands.", EnumWords::agreement),
                        of(LawfulBasis.class, "The lawful bases of GDPR article 6.", EnumWords::basis),
                        of(DecisionMode.class, "How a request that is not refused is decided.", EnumWords::decision),
                        of(PreviewDecision.class, "What would become of a request.", EnumWords::preview),
                        of(AgencysEmbargo.class, "EmbargoState", "Where an embargo stands.", EnumWords::embargo))
                .collect(Collectors.toUnmodifiableMap(words -> words.type().getSimpleName(), Function.identity()));
    }

    private static <E extends Enum<E>> EnumWords of(Class<E> type, String description, Function<E, String> words) {
        return of(type, type.getSimpleName(), description, words);
    }

    private static <E extends Enum<E>> EnumWords of(
            Class<E> type, String name, String description, Function<E, String> words) {
        return new EnumWords(
                type,
                name,
                description,
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, words)));
    }

    private static String embargo(AgencysEmbargo state) {
        return switch (state) {
            case ASKED -> "Asked for, and not decided yet: nothing is delayed.";
            case IN_FORCE -> "What is disclosed does not show yet.";
            case REFUSED -> "A caseworker has said no: nothing is delayed.";
            case ENDED -> "Over, by its day, for want of a review, or by a caseworker.";
        };
    }

    private static String ground(GroundType type) {
        return switch (type) {
            case SERIOUS_CRIMINALITY -> "An offence that reaches the policy's threshold of seriousness.";
            case PUBLIC_SECURITY_RISK -> "A risk to public security, without a conviction.";
            case MISSING_VULNERABLE_PERSON -> "The welfare of a missing vulnerable child or adult.";
            case COURT_ORDER -> "An order of a court that directs the disclosure.";
        };
    }

    private static String stage(OffenceStage stage) {
        return switch (stage) {
            case INVESTIGATED -> "Under investigation.";
            case CHARGED -> "Charged, not convicted.";
            case CONVICTED -> "Convicted.";
        };
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case STANDARD -> "Within the purpose's usual working days.";
            case EXCEPTIONAL -> "Sooner, for the reason given.";
        };
    }

    private static String gender(Gender gender) {
        return switch (gender) {
            case MALE -> "Male.";
            case FEMALE -> "Female.";
            case OTHER -> "Neither male nor female.";
            case UNKNOWN -> "Not known.";
        };
    }

    private static String state(TracingRequestState state) {
        return switch (state) {
            case UNDER_REVIEW -> "A caseworker weighs it.";
            case INFORMATION_REQUESTED -> "A caseworker asks for more; the agency's turn.";
            case TRACED -> "The person was traced.";
            case NOT_TRACED -> "No person could be traced.";
            case REFUSED -> "Refused, with a clause.";
            case WITHDRAWN -> "Taken back by the agency.";
            case CLOSED -> "Closed: nothing of it can be read again.";
        };
    }

    private static String refusal(RefusalReason reason) {
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> "The token lacks the scope, or no agreement gives the agency this purpose.";
            case AGREEMENT_NOT_IN_FORCE -> "The agreement is draft, suspended, terminated, or outside its dates.";
            case GROUND_MISSING -> "The purpose demands a ground, and none that it accepts was put forward.";
            case OFFENCE_EXCLUDED -> "Immigration-only offences never count as serious criminality.";
            case BELOW_SERIOUS_CRIMINALITY -> "The offence, its stage or its sentence does not reach the threshold.";
            case SOURCES_NOT_EXHAUSTED -> "The usual sources of internal information have not been tried.";
            case COUNTERSIGNATURE_MISSING -> "Not signed, or by a rank the policy does not accept.";
            case SEARCH_ARGUMENT_NOT_PERMITTED -> "The purpose may not search by something that was given.";
            case DESTRUCTION_OVERDUE -> "Earlier disclosures were not attested as destroyed in time.";
            case LIMIT_REACHED -> "The agreement's limit for this purpose is reached.";
            case NOT_IN_PUBLIC_INTEREST -> "A caseworker's decision, after review.";
        };
    }

    private static String treatment(WithheldField.Treatment treatment) {
        return switch (treatment) {
            case RELEASED -> "Released as held.";
            case GENERALISED -> "Released with less precision.";
            case WITHHELD -> "Not released.";
        };
    }

    private static String withholding(WithheldField.Reason reason) {
        return switch (reason) {
            case NOT_NEEDED_FOR_PURPOSE -> "The policy gives this purpose less than was asked.";
            case NOT_AVAILABLE -> "Not held, or protected: the two look alike.";
        };
    }

    private static String agreement(AgreementState state) {
        return switch (state) {
            case DRAFT -> "Being written.";
            case IN_CONSULTATION -> "Open for representations.";
            case ACTIVE -> "In force within its dates.";
            case SUSPENDED -> "Stopped until further notice.";
            case TERMINATED -> "Ended.";
        };
    }

    private static String basis(LawfulBasis basis) {
        return switch (basis) {
            case CONSENT -> "Article 6(1)(a): consent.";
            case CONTRACT -> "Article 6(1)(b): a contract.";
            case LEGAL_OBLIGATION -> "Article 6(1)(c): a legal obligation.";
            case VITAL_INTERESTS -> "Article 6(1)(d): vital interests.";
            case PUBLIC_TASK -> "Article 6(1)(e): a task in the public interest.";
            case LEGITIMATE_INTERESTS -> "Article 6(1)(f): legitimate interests.";
        };
    }

    private static String decision(DecisionMode mode) {
        return switch (mode) {
            case AUTOMATIC -> "At once, by the policy alone.";
            case CASE_BY_CASE -> "By a caseworker, once the policy does not refuse.";
        };
    }

    private static String preview(PreviewDecision decision) {
        return switch (decision) {
            case WOULD_BE_REFUSED -> "Refused, for the reason given.";
            case WOULD_BE_REVIEWED -> "Referred to a caseworker.";
            case WOULD_BE_PERMITTED -> "Answered at once.";
        };
    }
}
