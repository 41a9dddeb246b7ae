package org.narrowgate.casework.erasure;

import java.util.Optional;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;

/** Why what was said of a request's subject cannot be erased yet. */
public enum Obstacle {
    /** Nobody has decided it. */
    OPEN("still open"),
    /** It was approved, and its agency may still read it. */
    READABLE("still to be read by its agency"),
    /** Its agency has not attested that it destroyed what it was given. */
    HELD("data held by its agency and not attested as destroyed"),
    /** A wrong person was reported, and staff have not dealt with it. */
    INCIDENT("a report of a wrong person not dealt with"),
    /** What the person asked themselves: its file holds their words too, and goes with its entries. */
    OWN_CASE("asked by the person, and erased a year after it is over");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Empty where nothing stands against it. */
    static Optional<Obstacle> to(CaseFile file) {
        return switch (file.state()) {
            case CaseState.Open open -> Optional.of(OPEN);
            case CaseState.Traced traced -> Optional.of(traced.isToBeDestroyed() ? HELD : READABLE);
            case CaseState.Closed closed when closed.isToBeDestroyed() -> Optional.of(HELD);
            case CaseState.Closed closed ->
                file.incident().filter(reported -> reported.closing().isEmpty()).map(reported -> INCIDENT);
            case CaseState.Refused refused -> Optional.empty();
            case CaseState.NotTraced notTraced -> Optional.empty();
            case CaseState.Withdrawn withdrawn -> Optional.empty();
        };
    }
}
