package org.narrowgate.web.console.policy;

import java.util.Locale;
import org.narrowgate.policy.FieldTreatment;

/** How a treatment looks: never by its colour alone. */
enum Treated {
    RELEASED("●"),
    GENERALISED("◐"),
    WITHHELD("○");

    private final String mark;

    Treated(String mark) {
        this.mark = mark;
    }

    static Treated of(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release release -> RELEASED;
            case FieldTreatment.Generalise generalise -> GENERALISED;
            case FieldTreatment.Withhold withhold -> WITHHELD;
        };
    }

    String mark() {
        return mark;
    }

    /** The style sheet's name. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
