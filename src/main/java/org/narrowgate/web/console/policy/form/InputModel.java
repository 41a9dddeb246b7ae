package org.narrowgate.web.console.policy.form;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a form.
 *
 * @param name of the field, and its id
 * @param value what it holds, where it is typed
 * @param fault what is wrong with it; empty where nothing is
 */
public record InputModel(
        String name, String label, String hint, Look look, String value, String fault, List<OptionModel> options) {
    public InputModel {
        options = List.copyOf(options);
    }

    /** What a browser makes of it. */
    public enum Look {
        LINE,
        NUMBER,
        DAY,
        TIME,
        PASSAGE,
        SELECT,
        CHECKS
    }

    /**
     * @param id for the first of several the field's name, so that a fault's link leads there
     * @param select an attribute that chooses it in a list, or nothing
     * @param check the same for a box
     */
    public record OptionModel(String id, String value, String words, String select, String check) {}

    public static InputModel of(Input input, List<String> texts, String fault) {
        return new InputModel(
                input.pointer(),
                input.label(),
                input.hint(),
                look(input.kind()),
                texts.isEmpty() ? "" : texts.getFirst(),
                fault,
                options(input, texts));
    }

    public boolean isPassage() {
        return look == Look.PASSAGE;
    }

    public boolean isSelect() {
        return look == Look.SELECT;
    }

    public boolean isChecks() {
        return look == Look.CHECKS;
    }

    /** The type of a field of one line. */
    public String type() {
        return switch (look) {
            case DAY -> "date";
            case TIME -> "time";
            case LINE, NUMBER, PASSAGE, SELECT, CHECKS -> "text";
        };
    }

    /** Which keyboard a telephone shows. */
    public String keyboard() {
        return look == Look.NUMBER ? "numeric" : "text";
    }

    /** Ids of what is said about it. */
    public String described() {
        var hinted = hint.isEmpty() ? "" : name + "-hint";
        return fault.isEmpty() ? hinted : (name + "-fault " + hinted).strip();
    }

    private static Look look(Input.Kind kind) {
        return switch (kind) {
            case TEXT, NUMBERS -> Look.LINE;
            case NUMBER, OPTIONAL_NUMBER -> Look.NUMBER;
            case DAY, OPTIONAL_DAY -> Look.DAY;
            case OPTIONAL_TIME -> Look.TIME;
            case PASSAGE, OPTIONAL_PASSAGE, LINES -> Look.PASSAGE;
            case CHOICE, OPTIONAL_CHOICE -> Look.SELECT;
            case SEVERAL -> Look.CHECKS;
        };
    }

    private static List<OptionModel> options(Input input, List<String> texts) {
        var options = new ArrayList<OptionModel>();
        if (input.kind() == Input.Kind.OPTIONAL_CHOICE) {
            options.add(option("", new Option("", "None"), texts.isEmpty()));
        }
        for (var option : input.options()) {
            var id = options.isEmpty() ? input.pointer() : input.pointer() + "-" + option.value();
            options.add(option(id, option, texts.contains(option.value())));
        }
        return options;
    }

    private static OptionModel option(String id, Option option, boolean chosen) {
        return new OptionModel(id, option.value(), option.words(), chosen ? "selected" : "", chosen ? "checked" : "");
    }
}
