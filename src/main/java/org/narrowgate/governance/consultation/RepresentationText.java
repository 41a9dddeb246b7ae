package org.narrowgate.governance.consultation;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.narrowgate.casework.Printable;
import org.narrowgate.governance.consultation.Reception.Fault;
import org.narrowgate.governance.consultation.Reception.Part;
import org.narrowgate.governance.consultation.Representation.Content;

/** What the public may write: plain text within bounds. Markup is text like any other, and shown as such. */
public final class RepresentationText {
    public static final int SHORTEST = 20;
    public static final int LONGEST = 5000;
    public static final int LONGEST_NAME = 100;

    private RepresentationText() {}

    /** What was read, or what is wrong with it. */
    sealed interface Read {
        record Fit(Content content) implements Read {}

        record Unfit(Reception.Unfit reception) implements Read {}
    }

    static Read read(String text, String name) {
        var content = new Content(text.strip(), name.strip());
        var faults = new ArrayList<Fault>();
        faultOfText(content.text()).ifPresent(sentence -> faults.add(new Fault(Part.TEXT, sentence)));
        faultOfName(content.name()).ifPresent(sentence -> faults.add(new Fault(Part.NAME, sentence)));
        return faults.isEmpty() ? new Read.Fit(content) : new Read.Unfit(new Reception.Unfit(faults));
    }

    private static Optional<String> faultOfText(String text) {
        if (!isPlain(text)) {
            return Optional.of("It holds characters that cannot be shown as plain text.");
        }
        return text.length() < SHORTEST || text.length() > LONGEST
                ? Optional.of(String.format(
                        Locale.UK, "Write %,d to %,d characters; these are %,d.", SHORTEST, LONGEST, text.length()))
                : Optional.empty();
    }

    private static Optional<String> faultOfName(String name) {
        if (!isPlain(name) || name.lines().count() > 1) {
            return Optional.of("A name is one line of plain text.");
        }
        return name.length() > LONGEST_NAME
                ? Optional.of(String.format(
                        Locale.UK, "A name has at most %d characters; this has %,d.", LONGEST_NAME, name.length()))
                : Optional.empty();
    }

    private static boolean isPlain(String text) {
        return Printable.isAll(text) && text.codePoints().noneMatch(RepresentationText::turnsText);
    }

    // Embeddings, overrides and isolates would let a text reorder what stands beside it.
    private static boolean turnsText(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
