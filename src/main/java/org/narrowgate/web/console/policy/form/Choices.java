package org.narrowgate.web.console.policy.form;

import static org.narrowgate.web.console.policy.form.Input.typed;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.Treatments;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.policy.form.Input.Kind;

/** What can be chosen in forms about a document. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> List<Option> of(E[] all, Function<E, String> words) {
        return Arrays.stream(all)
                .map(one -> new Option(one.name(), words.apply(one)))
                .toList();
    }

    static List<Option> purposes(PolicyDocument document) {
        return document.purposes().stream()
                .map(purpose -> new Option(purpose.id().value(), purpose.title()))
                .toList();
    }

    static List<Option> agencies(PolicyDocument document) {
        return document.agencies().stream()
                .map((Agency agency) -> new Option(agency.id().value(), agency.name()))
                .toList();
    }

    /** A field's treatment: only what the field allows, as a document writes it. */
    static Input treatment(Purpose purpose, Field field) {
        var pointer = "/purposes/" + purpose.id() + "/treatments/" + field.path();
        return new Input(pointer, CaseWords.field(field), "", Kind.CHOICE, treatments(field));
    }

    private static List<Option> treatments(Field field) {
        return Treatments.of(field).stream()
                .map(treatment -> new Option(Treatments.write(treatment), words(treatment)))
                .toList();
    }

    // The sign comes last: a list is searched by the first letters that are typed.
    private static String words(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release() -> "released ●";
            case FieldTreatment.Generalise(var precision) -> precision.words() + " ◐";
            case FieldTreatment.Withhold() -> "withheld ○";
        };
    }

    static Input choice(String pointer, String label, List<Option> options) {
        return new Input(pointer, label, "", Kind.CHOICE, options);
    }

    static Input text(String pointer, String label, String hint) {
        return typed(Kind.TEXT, pointer, label, hint);
    }

    static Input passage(String pointer, String label, String hint) {
        return typed(Kind.PASSAGE, pointer, label, hint);
    }

    static Input number(String pointer, String label, String hint) {
        return typed(Kind.NUMBER, pointer, label, hint);
    }
}
