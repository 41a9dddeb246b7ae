package org.narrowgate.web.console.policy.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.narrowgate.governance.Wording;
import org.narrowgate.web.console.policy.form.Input;
import org.narrowgate.web.console.policy.form.Input.Kind;
import org.narrowgate.web.console.policy.form.InputModel;
import org.narrowgate.web.console.policy.form.Option;
import org.narrowgate.web.console.policy.form.Texts;

/** The fields of forms about a draft as a whole, as opposed to its document. */
final class Fields {
    static final String TITLE = "title";
    static final String UPLOAD_TITLE = "upload-title";
    static final String DOCUMENT = "document";
    static final String SUBMIT = "submit-reasons";
    static final String SUBMIT_DAY = "submit-day";
    static final String SUBMIT_TIME = "submit-time";
    static final String WITHDRAW = "withdraw-reasons";
    static final String APPROVE = "approve-reasons";
    static final String APPROVE_DAY = "approve-day";
    static final String APPROVE_TIME = "approve-time";
    static final String FALLING_AWAY = "falling-away";
    static final String SEND_BACK = "send-back-reasons";

    private final Texts typed;
    private final Map<String, String> faults;

    Fields(Texts typed, Map<String, String> faults) {
        this.typed = typed;
        this.faults = Map.copyOf(faults);
    }

    /** The field of the moment that is typed beside these reasons. */
    static String dayBeside(String reasons) {
        return switch (reasons) {
            case SUBMIT -> SUBMIT_DAY;
            case APPROVE -> APPROVE_DAY;
            default -> reasons;
        };
    }

    static String label(String field) {
        return switch (field) {
            case TITLE, UPLOAD_TITLE -> "Title of the draft";
            case DOCUMENT -> "Document";
            case SUBMIT, WITHDRAW, APPROVE, SEND_BACK -> "Reasons";
            case SUBMIT_DAY, APPROVE_DAY -> "In force from";
            case SUBMIT_TIME, APPROVE_TIME -> "At";
            case FALLING_AWAY -> "Announced versions";
            default -> field;
        };
    }

    InputModel title(String name) {
        return of(name, Kind.TEXT, "For the people at work on it, 1 to " + Wording.LONGEST_TITLE + " characters.");
    }

    InputModel document() {
        return of(DOCUMENT, Kind.PASSAGE, "A whole policy document as JSON, as it is downloaded here.");
    }

    InputModel reasons(String name, String hint) {
        return of(
                name,
                Kind.PASSAGE,
                String.format(
                        Locale.UK,
                        "%s %,d to %,d characters.",
                        hint,
                        Wording.SHORTEST_REASONS,
                        Wording.LONGEST_REASONS));
    }

    /** @param otherwise from when the version is in force where nothing is typed */
    InputModel day(String name, String otherwise) {
        return of(name, Kind.OPTIONAL_DAY, "Empty: " + otherwise + ".");
    }

    InputModel time(String name) {
        return of(name, Kind.OPTIONAL_TIME, "In London. Empty: the beginning of that day.");
    }

    InputModel fallingAway(List<Option> versions) {
        return InputModel.of(
                new Input(
                        FALLING_AWAY,
                        label(FALLING_AWAY),
                        "This version supersedes them before their time: they will never be in force. Tick each, so that it is meant.",
                        Kind.SEVERAL,
                        versions),
                typed.fields().getOrDefault(FALLING_AWAY, List.of()),
                faults.getOrDefault(FALLING_AWAY, ""));
    }

    private InputModel of(String name, Kind kind, String hint) {
        return InputModel.of(
                Input.typed(kind, name, label(name), hint),
                typed.fields().getOrDefault(name, List.of()),
                faults.getOrDefault(name, ""));
    }
}
