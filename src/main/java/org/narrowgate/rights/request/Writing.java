package org.narrowgate.rights.request;

import java.util.Locale;
import org.narrowgate.casework.Printable;

/** What people and caseworkers write to each other: within bounds, and printable. */
final class Writing {
    static final int LONGEST = 2000;

    private Writing() {}

    /**
     * The text without blanks around it.
     *
     * @param what names it, as a sentence begins
     * @throws RightsException TEXT_UNFIT
     */
    static String of(int shortest, String what, String text) {
        var written = text.strip();
        if (!Printable.isAll(written)) {
            throw new RightsException(
                    RightsException.Fault.TEXT_UNFIT, what + " holds characters that cannot be printed.");
        }
        if (written.length() < shortest || written.length() > LONGEST) {
            throw new RightsException(
                    RightsException.Fault.TEXT_UNFIT,
                    String.format(
                            Locale.ROOT,
                            "%s has %s%,d characters; this has %,d.",
                            what,
                            shortest == 0 ? "at most " : shortest + " to ",
                            LONGEST,
                            written.length()));
        }
        return written;
    }
}
