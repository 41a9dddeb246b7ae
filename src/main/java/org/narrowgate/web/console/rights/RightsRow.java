package org.narrowgate.web.console.rights;

import org.narrowgate.web.console.cases.Sign;

/** A case in a list. */
public record RightsRow(
        String id, String name, String asked, String receivedAt, Sign time, String dueBy, String state) {
    public boolean isOverdue() {
        return time.look().equals("bad");
    }
}
