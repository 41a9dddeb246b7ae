package org.narrowgate.web.transparency.agreements;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.transparency.agreements.AgreedPurpose;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;

/**
 * A purpose of an agreement as its page shows it.
 *
 * @param prohibited a sentence; empty where the purpose is granted, and everything else empty where it is not
 * @param namedBy what the person may be searched with
 * @param stopped a sentence; empty while it is not stopped
 * @param released fields that are given as held
 * @param generalised fields of which something is given
 * @param withheld fields that are never given
 * @param record what restricting it and looking at one's own record come to
 */
public record PurposeView(
        String id,
        String title,
        String prohibited,
        String stopped,
        String basis,
        List<String> rights,
        String statute,
        String decision,
        String countersigning,
        List<GroundView> grounds,
        String namedBy,
        List<FieldView> released,
        List<FieldView> generalised,
        List<FieldView> withheld,
        List<String> terms,
        List<String> record) {
    public PurposeView {
        rights = List.copyOf(rights);
        grounds = List.copyOf(grounds);
        released = List.copyOf(released);
        generalised = List.copyOf(generalised);
        withheld = List.copyOf(withheld);
        terms = List.copyOf(terms);
        record = List.copyOf(record);
    }

    /** A ground that a request can rest on. */
    public record GroundView(String type, String clause, String text) {}

    /** @param remainder what is left of it; empty where all or nothing is */
    public record FieldView(String path, String words, String remainder) {}

    static PurposeView of(AgreedPurpose purpose) {
        return switch (purpose) {
            case AgreedPurpose.Granted granted -> of(granted);
            case AgreedPurpose.Prohibited prohibited ->
                new PurposeView(
                        prohibited.purpose().value(),
                        prohibited.title(),
                        "The agreement names this purpose, but the policy prohibits it to the agency: nothing can be"
                                + " asked.",
                        "",
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        };
    }

    private static PurposeView of(AgreedPurpose.Granted granted) {
        var entitlement = granted.entitlement();
        return new PurposeView(
                entitlement.purpose().value(),
                entitlement.title(),
                "",
                granted.stoppedSince()
                        .map(day -> "Stopped since " + LondonTime.day(day) + ": nothing can be asked for it.")
                        .orElse(""),
                Sentences.begun(entitlement.lawfulBasis().words()),
                RegisterWords.rights(entitlement.lawfulBasis()),
                granted.statute(),
                Sentences.whole(RegisterWords.decision(entitlement.decision())),
                RegisterWords.countersigning(entitlement.countersigning()),
                entitlement.grounds().stream()
                        .map(ground ->
                                new GroundView(Sentences.begun(ground.type().words()), ground.clause(), ground.text()))
                        .toList(),
                RegisterWords.list(entitlement.searchArguments().stream()
                        .sorted()
                        .map(SearchArgument::words)
                        .toList()),
                fields(entitlement, FieldTreatment.Release.class::isInstance),
                fields(entitlement, FieldTreatment.Generalise.class::isInstance),
                fields(entitlement, FieldTreatment.Withhold.class::isInstance),
                RegisterWords.terms(entitlement.terms(), granted.consultation()),
                List.of(RegisterWords.restriction(granted.restriction()), RegisterWords.embargo(granted.embargo())));
    }

    private static List<FieldView> fields(Entitlement entitlement, Predicate<FieldTreatment> kind) {
        return Arrays.stream(Field.values())
                .filter(field -> kind.test(treatment(entitlement, field)))
                .map(field -> new FieldView(
                        field.path(),
                        Sentences.begun(field.words()),
                        RegisterWords.remainder(treatment(entitlement, field))))
                .toList();
    }

    // What a document does not say is withheld.
    private static FieldTreatment treatment(Entitlement entitlement, Field field) {
        return entitlement.treatments().getOrDefault(field, new FieldTreatment.Withhold());
    }
}
