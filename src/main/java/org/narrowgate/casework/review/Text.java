package org.narrowgate.casework.review;

import java.util.Locale;
import org.narrowgate.casework.Printable;

/** What a caseworker writes. */
public final class Text {
    private Text() {}

    /**
     * The text without blanks around it.
     *
     * @param what names it, as a sentence begins
     * @throws ReviewException TEXT_UNFIT
     */
    public static String between(int shortest, int longest, String what, String text) {
        var written = text.strip();
        if (!Printable.isAll(written)) {
            throw new ReviewException(
                    ReviewException.Fault.TEXT_UNFIT, what + " holds characters that cannot be printed.");
        }
        if (written.length() < shortest || written.length() > longest) {
            throw new ReviewException(
                    ReviewException.Fault.TEXT_UNFIT,
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
