package org.narrowgate.web.console.cases;

import java.util.List;
import org.narrowgate.web.console.cases.AlertModel.Fault;

/**
 * A form that could not be acted on, to be shown again with all that was typed.
 *
 * @param sentence what went against it; empty where nothing was attempted
 * @param faults what to put right, field by field
 */
record Attempt(Typed typed, String sentence, List<Fault> faults) {
    static final Attempt NONE = new Attempt(Typed.NOTHING, "", List.of());

    Attempt {
        faults = List.copyOf(faults);
    }

    static Attempt at(Typed typed, String sentence) {
        return new Attempt(typed, sentence, List.of());
    }

    static Attempt at(Typed typed, List<Fault> faults) {
        return new Attempt(typed, "Something is missing or too long. Nothing was done.", faults);
    }

    /** Empty where nothing is wrong with it. */
    String faultOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
