package org.narrowgate.api.answer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.narrowgate.disclosure.WithheldField;

/** A selected field that is not released as held, as the agency is told. */
@Type("WithheldField")
@Description("A selected field that is not released as held, and why.")
public record WithheldFieldAnswer(
        @NonNull @Description("Path in Person, for example `address.postcode`.")
        String field,

        @NonNull @Description("GENERALISED or WITHHELD.") WithheldField.Treatment treatment,

        @NonNull @Description("Why it is not released as held.")
        WithheldField.Reason reason) {
    static WithheldFieldAnswer of(WithheldField withheld) {
        return new WithheldFieldAnswer(withheld.field().path(), withheld.treatment(), withheld.reason());
    }
}
