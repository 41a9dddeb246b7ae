package org.narrowgate.api.answer;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.OwnEntitlement;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.SearchArgument;

/** What an agency may ask for one purpose, as it is told. */
@Type("Entitlement")
@Description("What the agency may ask for one purpose under the policy now in force, and what an answer can hold.")
public record EntitlementAnswer(
        @NonNull @Description("Id of the purpose.") String purpose,
        @NonNull @Description("The purpose in words.") String title,

        @NonNull @Description("The agreement that gives the agency this purpose.")
        AgreementSummary agreement,

        @NonNull @Description("Lawful basis of GDPR article 6.")
        LawfulBasis lawfulBasis,

        @NonNull @Description("AUTOMATIC, or CASE_BY_CASE by a caseworker.")
        DecisionMode decision,

        @NonNull @Description("The grounds of which a request must put forward one; none where none is demanded.")
        List<@NonNull GroundRequirement> grounds,

        @NonNull @Description("What a request may name its subject by: fields of SubjectInput.")
        List<@NonNull String> searchArguments,

        @NonNull @Description("Every field of Person, always all of them.")
        List<@NonNull FieldEntitlementAnswer> fields,

        @Description("Whether a senior officer must sign.") boolean countersignatureRequired,

        @Description("How many working days an answer may take.")
        int responseWorkingDays,

        @Description("How many days the agency may keep what it was given.")
        int retentionDays,

        @Nullable @Description("Requests left today; null where there is no limit.")
        Integer remainingToday,

        @Description("Disclosures for this purpose that are not yet attested as destroyed.")
        int destructionsDue,

        @Description("Those of them that are past their day; while there is one, new requests are refused.")
        int destructionsOverdue,

        @Nullable
        @Description("What is to be destroyed and attested within 14 days, or is overdue; null where nothing is.")
        String reminder) {

    /** An agreement in brief. */
    @Type("AgreementSummary")
    @Description("The agreement between the registry and the agency, in brief.")
    public record AgreementSummary(
            @Id @NonNull @Description("Id of the agreement.")
            String id,

            @NonNull @Description("The agreement in words.") String title,
            @NonNull @Description("Where it stands.") AgreementState state,
            @NonNull @Description("The first day it holds.") LocalDate validFrom,

            @Nullable @Description("The last day it holds; null where it has no end.")
            LocalDate validUntil) {}

    /** A ground that a purpose accepts. */
    @Type("GroundRequirement")
    @Description("A ground that the purpose accepts, and what it demands.")
    public record GroundRequirement(
            @NonNull @Description("Which ground.") GroundType type,

            @NonNull @Description("The clause it comes from.")
            String clause,

            @NonNull @Description("What it demands, in words.")
            String text) {}

    public static EntitlementAnswer of(OwnEntitlement own) {
        var entitlement = own.entitlement();
        return new EntitlementAnswer(
                entitlement.purpose().value(),
                entitlement.title(),
                agreement(entitlement.agreement()),
                entitlement.lawfulBasis(),
                entitlement.decision(),
                entitlement.grounds().stream().map(EntitlementAnswer::ground).toList(),
                entitlement.searchArguments().stream()
                        .sorted()
                        .map(SearchArgument::path)
                        .toList(),
                FieldEntitlementAnswer.all(entitlement.treatments()),
                entitlement.countersigning() == Entitlement.Countersigning.REQUIRED,
                entitlement.terms().responseWorkingDays(),
                entitlement.terms().retentionDays(),
                entitlement.remainingToday().isPresent()
                        ? entitlement.remainingToday().getAsInt()
                        : null,
                own.destructions().due(),
                own.destructions().overdue(),
                own.reminder().orElse(null));
    }

    private static AgreementSummary agreement(Entitlement.AgreementSummary agreement) {
        return new AgreementSummary(
                agreement.id().value(),
                agreement.title(),
                agreement.state(),
                agreement.validFrom(),
                agreement.validUntil().orElse(null));
    }

    private static GroundRequirement ground(Entitlement.GroundRequirement ground) {
        return new GroundRequirement(ground.type(), ground.clause(), ground.text());
    }
}
