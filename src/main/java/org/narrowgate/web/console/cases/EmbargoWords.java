package org.narrowgate.web.console.cases;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.rights.embargo.EmbargoLine;
import org.narrowgate.rights.embargo.EmbargoState;
import org.narrowgate.rights.embargo.RequestEmbargo;
import org.narrowgate.web.LondonTime;

/** Where embargoes stand, in words. */
final class EmbargoWords {
    private EmbargoWords() {}

    static Sign sign(Optional<EmbargoState> state) {
        return state.map(known -> switch (known) {
                    case ASKED -> Sign.middle("Asked for");
                    case PROPOSED -> Sign.middle("Proposed");
                    case IN_FORCE -> Sign.bad("In force");
                    case REFUSED -> Sign.plain("Refused");
                    case ENDED -> Sign.plain("Ended");
                    case LAPSED -> Sign.plain("Lapsed");
                })
                .orElseGet(() -> Sign.plain("None"));
    }

    static String sentence(RequestEmbargo embargo, Instant now) {
        return embargo.state(now)
                .map(state -> switch (state) {
                    case ASKED -> "The agency asks for one. Nothing is held back by that.";
                    case PROPOSED -> "One caseworker proposes it. Nothing is held back until a colleague approves.";
                    case IN_FORCE -> "What is disclosed for this request does not show in the person's own record yet.";
                    case REFUSED -> "A caseworker refused it. Everything shows in the person's own record.";
                    case ENDED -> "It is over. Everything shows in the person's own record.";
                    case LAPSED -> "Nobody reviewed it in time, so it ended by itself. Everything shows again.";
                })
                .orElse("What is disclosed for this request shows in the person's own record as the policy says.");
    }

    /** What a caseworker has to do about it, for a list. */
    static String toDo(EmbargoLine line) {
        return switch (line.waiting()) {
            case AN_ASK -> "the agency asks for an embargo";
            case A_PROPOSAL -> "an embargo is proposed, and a colleague has to decide";
            case NOTHING ->
                "its embargo is to be reviewed by "
                        + line.reviewBy().map(LondonTime::day).orElse("today");
        };
    }
}
