package org.narrowgate.web.console.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.cases.TextModel;

/**
 * A case as its page shows it. Texts are empty where there is nothing to say.
 *
 * @param words the person's own
 * @param replies what the person has been told, oldest first
 * @param toUphold as the other texts: absent where the state does not offer it
 */
public record RightsModel(
        RightsRow row,
        int version,
        String alert,
        String hold,
        String words,
        List<Line> purposes,
        List<Saying> replies,
        Upholding upholding,
        @Nullable TextModel toUphold,
        @Nullable TextModel toRefuse,
        @Nullable TextModel toExtend,
        @Nullable TextModel toLift) {
    static final String UPHOLD = "uphold-reasons";
    static final String REFUSE = "refuse-reasons";
    static final String EXTEND = "extend-reasons";
    static final String LIFT = "lift-reasons";

    public RightsModel {
        purposes = List.copyOf(purposes);
        replies = List.copyOf(replies);
    }

    /** A purpose that the case is about, with what the policy says of it. */
    public record Line(String title, String agencies, String basis, String objecting, Sign restriction) {}

    /** What upholding is called and does, in words. */
    public record Upholding(String title, String effect, String button) {}

    /**
     * A form that could not be acted on.
     *
     * @param field whose text is at fault; empty where none is
     */
    record Attempt(String field, String text, String sentence) {
        static final Attempt NONE = new Attempt("", "", "");

        String textOf(String name) {
            return field.equals(name) ? text : "";
        }
    }
}
