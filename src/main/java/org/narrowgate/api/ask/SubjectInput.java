package org.narrowgate.api.ask;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;
import org.narrowgate.subject.Gender;

/** What names the person sought, as it is sent. */
@Input("SubjectInput")
@Description(
        "What names the person sought: an NHS number, optionally with birthDate as a cross-check; or familyName and"
                + " birthDate with at least one of givenName, gender and postcode.")
public record SubjectInput(
        @Nullable @Description("Ten digits, the last a modulus 11 check.")
        String nhsNumber,

        @Nullable @Description("Family name, present or previous: 1 to 100 characters.")
        String familyName,

        @Nullable @Description("Given name: 1 to 100 characters.")
        String givenName,

        @Nullable @Description("Date of birth, not before 1875 and not in the future.")
        String birthDate,

        @Nullable @Description("Administrative gender.") Gender gender,

        @Nullable @Description("Full postcode of the last known home address, for example `LS1 4AP`.")
        String postcode) {
    static SubjectInput of(SentFields sent) {
        return new SubjectInput(
                sent.text("nhsNumber"),
                sent.text("familyName"),
                sent.text("givenName"),
                sent.text("birthDate"),
                sent.oneOf("gender", Gender.class),
                sent.text("postcode"));
    }

    @Override
    public String toString() {
        return "SubjectInput[masked]";
    }
}
