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

    /** @param field its name in the form */
    public record Fault(String field, String message) {
        static Fault of(PublicInterestTest.Fault fault) {
            return new Fault(fieldOf(fault.part()), fault.message());
        }

        private static String fieldOf(String part) {
            for (var factor : PublicInterestFactor.values()) {
                if (factor.name().equals(part)) {
                    return Typed.name(factor);
                }
            }
            return part;
        }
    }
}
