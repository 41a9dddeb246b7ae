package org.narrowgate.web.console.stops;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.Wording;
import org.narrowgate.web.console.cases.TextModel;

/**
 * One thing, with what a stop of it does or who can start it again.
 *
 * @param effects agency by agency
 * @param now the stop that holds; null while none does
 * @param alert why what was sent was not done; empty where nothing was
 * @param toStop for whom stopping is offered; as the other texts, absent where it is not
 * @param waiting what it waits for; empty where that is said by a form
 */
public record ThingModel(
        Thing thing,
        List<Effect> effects,
        @Nullable StoppageModel now,
        String alert,
        @Nullable TextModel toStop,
        @Nullable TextModel toPropose,
        @Nullable TextModel toApprove,
        String waiting) {
    static final String STOP = "stop-reason";
    static final String PROPOSE = "proposal-reason";
    static final String APPROVE = "approval-reason";

    public ThingModel {
        effects = List.copyOf(effects);
    }

    /** What an agency can ask for no longer. */
    public record Effect(String agency, String purposes) {}

    /**
     * A form that could not be acted on.
     *
     * @param field whose text is at fault; empty where none is
     */
    record Attempt(String field, String text, String sentence) {
        static final Attempt NONE = new Attempt("", "", "");

        TextModel text(String name, String label, String hint) {
            var own = Optional.of(this).filter(attempt -> attempt.field.equals(name));
            return new TextModel(
                    name,
                    label,
                    hint,
                    own.map(Attempt::text).orElse(""),
                    own.map(Attempt::sentence).orElse(""),
                    Wording.LONGEST_REASONS,
                    4);
        }
    }
}
