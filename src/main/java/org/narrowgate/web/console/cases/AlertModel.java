package org.narrowgate.web.console.cases;

import java.util.List;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.PublicInterestTest;

/** Why a form was not acted on, at the top of its page. */
public record AlertModel(String sentence, List<Fault> faults) {
    public AlertModel {
        faults = List.copyOf(faults);
    }

    static AlertModel of(Attempt attempt) {
        return new AlertModel(attempt.sentence(), attempt.faults());
    }

    /**
     * @param field its name in the form
     * @param label what the page calls it
     */
    public record Fault(String field, String label, String message) {
        static Fault of(PublicInterestTest.Fault fault) {
            for (var factor : PublicInterestFactor.values()) {
                if (factor.name().equals(fault.part())) {
                    return new Fault(Typed.name(factor), factor.words(), fault.message());
                }
            }
            return of(fault.part(), fault.message());
        }

        static Fault of(String field, String message) {
            return new Fault(field, Typed.label(field), message);
        }
    }
}
