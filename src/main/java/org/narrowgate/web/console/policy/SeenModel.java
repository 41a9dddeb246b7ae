package org.narrowgate.web.console.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.narrowgate.casework.OwnEntitlement;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.policy.PolicyModel.GroundModel;

/** What an agency can see for one purpose, as it would be told itself; with the words that its application reads. */
public record SeenModel(
        String purpose,
        String title,
        Sign state,
        List<Told> told,
        List<GroundModel> grounds,
        List<FieldLine> fields,
        String reminder) {
    public SeenModel {
        told = List.copyOf(told);
        grounds = List.copyOf(grounds);
        fields = List.copyOf(fields);
    }

    /**
     * One answer of {@code entitlements}.
     *
     * @param name of the field there
     * @param value as it is answered; empty for null
     */
    public record Told(String name, String value, Saying said) {}

    /** @param generalisedTo empty where it is not */
    public record FieldLine(
            String path,
            String field,
            String treatment,
            String generalisedTo,
            String look,
            String mark,
            String words) {}

    static SeenModel of(OwnEntitlement own) {
        var entitlement = own.entitlement();
        return new SeenModel(
                entitlement.purpose().value(),
                entitlement.title(),
                PolicyWords.sign(entitlement.agreement().state()),
                told(own),
                entitlement.grounds().stream()
                        .map(ground ->
                                new GroundModel(CaseWords.ground(ground.type()), ground.text(), "", ground.clause()))
                        .toList(),
                Arrays.stream(Field.values())
                        .map(field -> line(
                                field, entitlement.treatments().getOrDefault(field, new FieldTreatment.Withhold())))
                        .toList(),
                own.reminder().orElse(""));
    }

    private static List<Told> told(OwnEntitlement own) {
        var entitlement = own.entitlement();
        var agreement = entitlement.agreement();
        var until = agreement.validUntil();
        var told = new ArrayList<Told>();
        told.add(said("agreement.id", agreement.id().value(), "Agreement", agreement.title()));
        told.add(said("agreement.state", agreement.state().name(), "State", PolicyWords.state(agreement.state())));
        told.add(said(
                "agreement.validFrom",
                agreement.validFrom().toString(),
                "In force from",
                LondonTime.day(agreement.validFrom())));
        told.add(said(
                "agreement.validUntil",
                until.map(Object::toString).orElse(""),
                "In force until",
                until.map(LondonTime::day).orElse("No end")));
        told.add(said(
                "lawfulBasis",
                entitlement.lawfulBasis().name(),
                "Lawful basis",
                PolicyWords.basis(entitlement.lawfulBasis())));
        told.add(said(
                "decision", entitlement.decision().name(), "Decision", PolicyWords.decision(entitlement.decision())));
        told.add(said(
                "searchArguments",
                paths(entitlement),
                "Search by",
                PolicyWords.arguments(entitlement.searchArguments())));
        told.add(said(
                "countersignatureRequired",
                String.valueOf(entitlement.countersigning() == Entitlement.Countersigning.REQUIRED),
                "Countersignature",
                PolicyWords.countersigning(entitlement.countersigning())));
        var terms = entitlement.terms();
        told.add(number("responseWorkingDays", terms.responseWorkingDays(), "Working days for an answer"));
        told.add(number("retentionDays", terms.retentionDays(), "Days it may keep what it was given"));
        var left = entitlement.remainingToday().isPresent()
                ? String.valueOf(entitlement.remainingToday().getAsInt())
                : "";
        told.add(said("remainingToday", left, "Requests left today", left.isEmpty() ? "No limit" : left));
        told.add(number("destructionsDue", own.destructions().due(), "Disclosures to be destroyed"));
        told.add(number("destructionsOverdue", own.destructions().overdue(), "Of these overdue"));
        return told;
    }

    private static Told said(String name, String value, String label, String words) {
        return new Told(name, value, new Saying(label, words));
    }

    private static Told number(String name, int value, String label) {
        return said(name, String.valueOf(value), label, String.valueOf(value));
    }

    private static String paths(Entitlement entitlement) {
        return entitlement.searchArguments().stream()
                .sorted()
                .map(SearchArgument::path)
                .collect(joining(" "));
    }

    private static FieldLine line(Field field, FieldTreatment treatment) {
        var look = Treated.of(treatment);
        var generalisedTo = treatment instanceof FieldTreatment.Generalise(var precision) ? precision.word() : "";
        return new FieldLine(
                field.path(),
                CaseWords.field(field),
                look.name(),
                generalisedTo,
                look.style(),
                look.mark(),
                CaseWords.treatment(treatment));
    }
}
