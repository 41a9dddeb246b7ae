package org.narrowgate.web.record.requests;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A form to ask something. Texts are empty where there is nothing to say.
 *
 * @param sentences what it does, before it is asked
 * @param purposes what it does to each purpose; empty where it does nothing to any
 * @param choices the purposes to choose from; empty where there is nothing to choose
 * @param person stands for who the form was made for
 */
@TemplateData
public record AskModel(
        String kind,
        String title,
        List<String> sentences,
        List<Line> purposes,
        List<Choice> choices,
        String label,
        String hint,
        String typed,
        String fault,
        String choiceFault,
        String button,
        String person) {
    public AskModel {
        sentences = List.copyOf(sentences);
        purposes = List.copyOf(purposes);
        choices = List.copyOf(choices);
    }

    /** A purpose with what a restriction does to it. */
    @TemplateData
    public record Line(String title, String agencies, String effect, String look) {}

    /** @param checked an attribute, or nothing */
    @TemplateData
    public record Choice(String value, String title, String agencies, String effect, String checked) {}

    /** Whether something is to be put right before it can be sent. */
    public boolean isFaulty() {
        return !fault.isEmpty() || !choiceFault.isEmpty();
    }

    /** Ids of what is said about the text. */
    public String described() {
        return fault.isEmpty() ? "words-hint" : "words-fault words-hint";
    }
}
