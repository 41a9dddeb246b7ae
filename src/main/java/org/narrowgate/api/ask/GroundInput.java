package org.narrowgate.api.ask;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.OffenceStage;

/** What makes a case acceptable, as it is sent. */
@Input("GroundInput")
@Description(
        "What makes this case acceptable for its purpose. Fields that belong to another type of ground are not read.")
public record GroundInput(
        @NonNull @Description("Which ground is put forward.")
        GroundType type,

        @Nullable @Description("Code from the offence catalogue; required for SERIOUS_CRIMINALITY.")
        String offence,

        @Nullable @Description("How far proceedings have come; required for SERIOUS_CRIMINALITY.")
        OffenceStage stage,

        @Nullable
        @Description("The sentence imposed, in months, for SERIOUS_CRIMINALITY; at most the offence's maximum.")
        Integer sentenceMonths,

        @Nullable
        @Description("What the risk or the worry is, 10 to 2,000 characters; required for PUBLIC_SECURITY_RISK and"
                + " MISSING_VULNERABLE_PERSON.")
        String statement,

        @Nullable @Description("Reference of the order, 1 to 64 characters; required for COURT_ORDER.")
        String orderReference,

        @Nullable
        @Description("For COURT_ORDER: paths in Person that the order directs, for example `address`; what is released"
                + " is within them.")
        List<@NonNull String> orderDirects) {
    static GroundInput of(SentFields sent) {
        return new GroundInput(
                requireNonNull(sent.oneOf("type", GroundType.class)),
                sent.text("offence"),
                sent.oneOf("stage", OffenceStage.class),
                sent.number("sentenceMonths"),
                sent.text("statement"),
                sent.text("orderReference"),
                sent.texts("orderDirects"));
    }

    @Override
    public String toString() {
        return "GroundInput[type=" + type + "]";
    }
}
