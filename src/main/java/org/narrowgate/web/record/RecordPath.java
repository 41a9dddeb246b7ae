package org.narrowgate.web.record;

import jakarta.ws.rs.core.UriInfo;

/** Which requests are those of people at their own record. */
public final class RecordPath {
    static final String ROOT = "/my-record";

    private RecordPath() {}

    /** However it is spelt: with a semicolon, for example, a path is still matched. */
    public static boolean holds(UriInfo address) {
        return address.getPath().startsWith(ROOT);
    }
}
