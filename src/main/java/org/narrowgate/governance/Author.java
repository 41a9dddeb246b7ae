package org.narrowgate.governance;

import org.narrowgate.caller.Staff;

/**
 * Who wrote, submitted or approved.
 *
 * @param id the identity provider's own, for ever the same
 * @param name as it was then
 */
public record Author(String id, String name) {
    public Author {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("somebody without an id or a name");
        }
    }

    public static Author of(Staff staff) {
        return new Author(staff.id(), staff.name());
    }
}
