package org.narrowgate.web;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.casework.Moment;
import org.narrowgate.policy.Purpose;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.DisclosurePurpose;
import org.narrowgate.rights.request.DisclosurePurposes;
import org.narrowgate.rights.request.Hold;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;

/** People's requests in plain words, for them and for caseworkers. */
public final class RightsWords {
    /** What everybody is told whose request is refused: UK GDPR, article 12(4). */
    public static final String COMPLAINT =
            "You can complain about this to the Information Commissioner (ico.org.uk), and" + " you can go to court.";

    private RightsWords() {}

    /** What is asked, as a heading. */
    public static String asked(Asked asked, DisclosurePurposes purposes) {
        return switch (asked) {
            case Asked.Objection(var against) ->
                "Objection: "
                        + purposes.of(against).map(DisclosurePurpose::title).orElse(against.value());
            case Asked.Restriction() -> "Restriction";
            case Asked.Rectification() -> "Correction";
            case Asked.Copy() -> "Copy";
        };
    }

    /** Where it stands. */
    public static String state(RightsCase file) {
        return switch (file.state()) {
            case RightsState.Received() -> "Waiting for a decision";
            case RightsState.Extended() -> "Waiting for a decision; the time for it was extended";
            case RightsState.Standing standing -> "Upheld: the restriction goes on until it is lifted";
            case RightsState.Granted granted ->
                switch (file.asked()) {
                    case Asked.Objection objection -> "Upheld: the objection holds for good";
                    case Asked.Copy() -> "The copy was released";
                    case Asked.Rectification() -> "Upheld";
                    case Asked.Restriction() -> "Upheld";
                };
            case RightsState.Refused refused -> "Refused";
            case RightsState.Lifted lifted -> "Lifted: the restriction is no longer needed";
            case RightsState.Withdrawn withdrawn -> "Taken back";
        };
    }

    /** Until when it keeps details from leaving; empty where it does not. */
    public static Optional<String> hold(RightsCase file, Instant now) {
        return switch (file.hold()) {
            case Hold.None() -> Optional.empty();
            case Hold.Open() -> Optional.of("In effect since " + LondonTime.moment(file.receivedAt()) + ".");
            case Hold.Until(var end) ->
                Optional.of(
                        now.isBefore(end)
                                ? "In effect until the end of "
                                        + LondonTime.day(Moment.dayOf(end.minusNanos(1)))
                                        + ", and no longer."
                                : "No longer in effect since " + LondonTime.day(Moment.dayOf(end)) + ".");
        };
    }

    /** Whether a purpose yields to a restriction or an objection, as a sentence. */
    public static String yields(Purpose.Restriction restriction) {
        return switch (restriction) {
            case YIELDS -> "Nobody is traced for it while this is in effect";
            case STANDS -> "It goes on: the policy puts it above a restriction";
        };
    }
}
