package org.narrowgate.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.rights.embargo.RequestEmbargo;

/** What became of the embargo on a request, as its agency is told. */
@Type("Embargo")
@Description("A delay before what is disclosed for a request shows in the person's own record.")
public record EmbargoAnswer(
        @NonNull @Description("Where it stands.") AgencysEmbargo state,

        @Nullable @Description("Its last day: as asked for, or as approved; null where it is refused or was ended.")
        LocalDate until) {
    /** Where an embargo stands, without what the registry's staff are about. */
    public enum AgencysEmbargo {
        ASKED,
        IN_FORCE,
        REFUSED,
        ENDED
    }

    /** Empty where nobody asked, and what staff proposed by themselves was not approved. */
    public static Optional<EmbargoAnswer> of(RequestEmbargo embargo, Instant now) {
        return embargo.state(now).flatMap(state -> switch (state) {
            case ASKED -> Optional.of(shown(AgencysEmbargo.ASKED, embargo.ask().map(ask -> ask.until())));
            case PROPOSED -> embargo.ask().map(ask -> shown(AgencysEmbargo.ASKED, Optional.of(ask.until())));
            case IN_FORCE -> Optional.of(shown(AgencysEmbargo.IN_FORCE, embargo.until(now)));
            // That staff proposed one by themselves and thought better of it is no business of the agency's.
            case REFUSED ->
                embargo.wasAsked() ? Optional.of(shown(AgencysEmbargo.REFUSED, Optional.empty())) : Optional.empty();
            case ENDED, LAPSED -> Optional.of(shown(AgencysEmbargo.ENDED, Optional.empty()));
        });
    }

    private static EmbargoAnswer shown(AgencysEmbargo state, Optional<LocalDate> until) {
        return new EmbargoAnswer(state, until.orElse(null));
    }
}
