package org.narrowgate.governance;

import static org.narrowgate.governance.GovernanceException.Fault.TEXT_UNFIT;

import java.util.Locale;
import org.narrowgate.casework.Printable;

/** What staff write about the policy: within bounds, and printable. */
public final class Wording {
    public static final int LONGEST_TITLE = 200;
    public static final int SHORTEST_REASONS = 10;
    public static final int LONGEST_REASONS = 2000;

    private Wording() {}

    /**
     * A title without blanks around it.
     *
     * @throws GovernanceException TEXT_UNFIT
     */
    public static String title(String text) {
        return between(1, LONGEST_TITLE, "The title", text);
    }

    /**
     * Reasons without blanks around them.
     *
     * @throws GovernanceException TEXT_UNFIT
     */
    public static String reasons(String text) {
        return between(SHORTEST_REASONS, LONGEST_REASONS, "The reason", text);
    }

    /**
     * The text without blanks around it.
     *
     * @param what names it, as a sentence begins
     * @throws GovernanceException TEXT_UNFIT
     */
    public static String between(int shortest, int longest, String what, String text) {
        var written = text.strip();
        if (!Printable.isAll(written)) {
            throw new GovernanceException(TEXT_UNFIT, what + " holds characters that cannot be printed.");
        }
        if (written.length() < shortest || written.length() > longest) {
            throw new GovernanceException(
                    TEXT_UNFIT,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d to %,d characters; this has %,d.",
                            what,
                            shortest,
                            longest,
                            written.length()));
        }
        return written;
    }
}
