package org.narrowgate.api.ask;

import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.Priority;

/** A request to trace one person, as it is sent. */
@Input("TraceInput")
@Description("A request to trace one person, for one case, for one purpose.")
public record TraceInput(
        @NonNull
        @Description(
                "Id of a purpose, for example `immigration-tracing`; the token must carry the scope `purpose:<id>`.")
        String purpose,

        @NonNull @Description("The agency's own case: 1 to 64 characters.")
        String caseReference,

        @NonNull @Description("The person sought.") SubjectInput subject,

        @Nullable @Description("What makes this case acceptable; required where the purpose demands a ground.")
        GroundInput ground,

        @NonNull @Description("Whether all usual sources of internal information have been tried.")
        Boolean sourcesExhausted,

        @NonNull @Description("Why this person, why now, why the registry: 20 to 2,000 characters.")
        String justification,

        @Nullable @Description("A senior officer's signature; required where the purpose demands one.")
        CountersignatureInput countersignature,

        @Nullable @DefaultValue("STANDARD") @Description("How soon an answer is needed.")
        Priority priority,

        @Nullable @Description("Why it cannot wait: 10 to 2,000 characters; required for EXCEPTIONAL.")
        String priorityReason) {
    /** @param sent what the engine has found to be a {@code TraceInput} of the schema */
    public static TraceInput of(Map<String, Object> sent) {
        var fields = new SentFields(sent);
        return new TraceInput(
                fields.demanded("purpose"),
                fields.demanded("caseReference"),
                SubjectInput.of(fields.object("subject").orElseThrow()),
                fields.object("ground").map(GroundInput::of).orElse(null),
                fields.truth("sourcesExhausted"),
                fields.demanded("justification"),
                fields.object("countersignature").map(CountersignatureInput::of).orElse(null),
                fields.oneOf("priority", Priority.class),
                fields.text("priorityReason"));
    }

    @Override
    public String toString() {
        return "TraceInput[masked]";
    }
}
