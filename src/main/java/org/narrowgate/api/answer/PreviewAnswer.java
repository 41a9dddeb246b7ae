package org.narrowgate.api.answer;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.RefusalReason;

/** What would be decided, as the agency is told. */
@Type("Preview")
@Description("What would be decided now. The registry was not asked and nothing was written down.")
public record PreviewAnswer(
        @NonNull @Description("What would become of the request.")
        PreviewDecision decision,

        @Nullable @Description("Why it would be refused.") RefusalReason reason,

        @Nullable @Description("The clause that is not met, where it would be refused.")
        String clause,

        @NonNull
        @Description("What an answer could hold: every field of Person; nothing of them where it would be refused.")
        List<@NonNull FieldEntitlementAnswer> fields) {

    /** What would become of a request. */
    @Enum("PreviewDecision")
    @Description("What would become of the request.")
    public enum PreviewDecision {
        WOULD_BE_REFUSED,
        WOULD_BE_REVIEWED,
        WOULD_BE_PERMITTED
    }

    public static PreviewAnswer of(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse ->
                new PreviewAnswer(
                        PreviewDecision.WOULD_BE_REFUSED,
                        refuse.reason(),
                        refuse.clause(),
                        FieldEntitlementAnswer.all(Map.of()));
            case Decision.Refer refer -> of(PreviewDecision.WOULD_BE_REVIEWED, refer.release());
            case Decision.Permit permit -> of(PreviewDecision.WOULD_BE_PERMITTED, permit.release());
        };
    }

    private static PreviewAnswer of(PreviewDecision decision, Decision.Release release) {
        return new PreviewAnswer(decision, null, null, FieldEntitlementAnswer.all(release.treatments()));
    }
}
