package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import org.narrowgate.caller.Staff;

/** Who decided something about an embargo, as colleagues know them; the log has a pseudonym. */
public record StaffMember(String id, String name) {
    public StaffMember {
        requireNonNull(id);
        requireNonNull(name);
    }

    static StaffMember of(Staff staff) {
        return new StaffMember(staff.id(), staff.name());
    }
}
