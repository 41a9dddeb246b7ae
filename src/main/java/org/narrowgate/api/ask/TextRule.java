package org.narrowgate.api.ask;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How long a text may be, and whether it may run over several lines. */
enum TextRule {
    REFERENCE(1, 64, Lines.ONE),
    NAME(1, 100, Lines.ONE),
    STATED(1, 2_000, Lines.SEVERAL),
    REASON(10, 2_000, Lines.SEVERAL),
    JUSTIFICATION(20, 2_000, Lines.SEVERAL);

    private final int least;
    private final int most;
    private final Lines lines;

    TextRule(int least, int most, Lines lines) {
        this.least = least;
        this.most = most;
        this.lines = lines;
    }

    Optional<String> read(@Nullable String sent) {
        return Optional.ofNullable(sent).map(String::strip).filter(this::holds);
    }

    String sentence() {
        return "%,d to %,d characters%s, none of them a control character".formatted(least, most, lines.sentence);
    }

    private boolean holds(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most && text.codePoints().noneMatch(lines.forbidden);
    }

    private enum Lines {
        ONE("", Lines::control),
        SEVERAL(
                " (line breaks and tabs are no harm)",
                character -> character != '\n' && character != '\r' && character != '\t' && control(character));

        private final String sentence;
        private final IntPredicate forbidden;

        Lines(String sentence, IntPredicate forbidden) {
            this.sentence = sentence;
            this.forbidden = forbidden;
        }

        // Unpaired surrogates too: they are no characters and cannot be stored.
        private static boolean control(int character) {
            return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
        }
    }
}
