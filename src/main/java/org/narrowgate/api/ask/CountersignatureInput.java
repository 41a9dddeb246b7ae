package org.narrowgate.api.ask;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A senior officer's signature, as it is sent. */
@Input("CountersignatureInput")
@Description("A senior officer's signature under the request.")
public record CountersignatureInput(
        @NonNull @Description("Name or number of the officer: 1 to 100 characters.")
        String officer,

        @NonNull @Description("A rank the policy accepts for this agency, for example `inspector`.")
        String rank,

        @NonNull @Description("When it was signed; not in the future.")
        String signedOn) {
    static CountersignatureInput of(SentFields sent) {
        return new CountersignatureInput(sent.demanded("officer"), sent.demanded("rank"), sent.demanded("signedOn"));
    }

    @Override
    public String toString() {
        return "CountersignatureInput[masked]";
    }
}
