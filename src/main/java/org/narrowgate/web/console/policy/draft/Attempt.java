package org.narrowgate.web.console.policy.draft;

import java.util.List;
import java.util.Map;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.web.console.policy.form.Texts;

/**
 * A form about a draft as a whole that could not be acted on, to be shown again with all that was typed.
 *
 * @param faults what is wrong, by the field's name
 */
record Attempt(Texts typed, Alert alert, Map<String, String> faults) {
    static final Attempt NONE = new Attempt(Texts.NONE, Alert.NONE, Map.of());

    Attempt {
        faults = Map.copyOf(faults);
    }

    static Attempt at(Texts typed, String sentence) {
        return new Attempt(typed, new Alert(sentence, List.of()), Map.of());
    }

    static Attempt at(Texts typed, String field, String sentence) {
        var line = new Alert.FaultLine(field, Fields.label(field), "", sentence);
        return new Attempt(
                typed, new Alert("Something does not fit. Nothing was done.", List.of(line)), Map.of(field, sentence));
    }

    /** For a whole document that would be no policy. */
    static Attempt at(Texts typed, List<PolicyFault> faults) {
        var lines = faults.stream()
                .map(fault -> new Alert.FaultLine(
                        "", fault.pointer().isEmpty() ? "The whole document" : "At", fault.pointer(), fault.message()))
                .toList();
        return new Attempt(
                typed,
                new Alert("The document would be no policy. Nothing was kept.", lines),
                Map.of(
                        Fields.DOCUMENT,
                        faults.size() == 1 ? "It has a fault." : "It has " + faults.size() + " faults."));
    }

    Fields fields() {
        return new Fields(typed, faults);
    }
}
