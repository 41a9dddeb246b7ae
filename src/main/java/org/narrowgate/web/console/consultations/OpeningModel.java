package org.narrowgate.web.console.consultations;

import java.util.List;
import org.narrowgate.web.transparency.consultations.TextField;

/**
 * The form that puts a draft before the public.
 *
 * @param draft its id
 * @param closesOn proposed last day, as programs write it
 */
public record OpeningModel(
        String draft,
        int revision,
        String draftTitle,
        List<TextField> fields,
        String closesOn,
        List<String> widening,
        List<String> narrowing,
        List<String> other,
        String alert) {
    public OpeningModel {
        fields = List.copyOf(fields);
        widening = List.copyOf(widening);
        narrowing = List.copyOf(narrowing);
        other = List.copyOf(other);
    }
}
