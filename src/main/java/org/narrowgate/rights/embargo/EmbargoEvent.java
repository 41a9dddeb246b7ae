package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/** One thing done about the embargo of a request; what was said with it only the log knows. */
public sealed interface EmbargoEvent {
    Place place();

    /**
     * Where it stands.
     *
     * @param number among the events of its request, from 1
     * @param entry index of the log entry that says so
     */
    record Place(int number, Instant at, long entry) {
        public Place {
            requireNonNull(at);
        }
    }

    /** The agency asks for one: that alone delays nothing. */
    record Asked(Place place, LocalDate until) implements EmbargoEvent {
        public Asked {
            requireNonNull(place);
            requireNonNull(until);
        }
    }

    /** A caseworker proposes one, or to prolong it. */
    record Proposed(Place place, StaffMember by, Term term) implements EmbargoEvent {
        public Proposed {
            requireNonNull(place);
            requireNonNull(by);
            requireNonNull(term);
        }
    }

    /** Another caseworker agrees: it holds from now on, in place of the one before. */
    record Approved(Place place, StaffMember by, StaffMember proposedBy, Term term) implements EmbargoEvent {
        public Approved {
            requireNonNull(place);
            requireNonNull(by);
            requireNonNull(proposedBy);
            requireNonNull(term);
        }
    }

    /** A caseworker says no to what was asked or proposed; what holds goes on to. */
    record Refused(Place place, StaffMember by) implements EmbargoEvent {
        public Refused {
            requireNonNull(place);
            requireNonNull(by);
        }
    }

    /** A caseworker ends what holds: everything shows from now on. */
    record Ended(Place place, StaffMember by) implements EmbargoEvent {
        public Ended {
            requireNonNull(place);
            requireNonNull(by);
        }
    }
}
