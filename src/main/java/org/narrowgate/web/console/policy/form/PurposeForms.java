package org.narrowgate.web.console.policy.form;

import static org.narrowgate.web.console.policy.form.Choices.choice;
import static org.narrowgate.web.console.policy.form.Choices.number;
import static org.narrowgate.web.console.policy.form.Choices.passage;
import static org.narrowgate.web.console.policy.form.Choices.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.policy.DecisionMode;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.GroundDemand.Directions;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.policy.PolicyWords;
import org.narrowgate.web.console.policy.form.Input.Kind;
import org.narrowgate.web.console.policy.form.Section.Elements;
import org.narrowgate.web.console.policy.form.Section.OptionalPart;
import org.narrowgate.web.console.policy.form.Section.Values;

/** All that can be changed of one purpose, and what can be changed of all of them side by side. */
public final class PurposeForms {
    private PurposeForms() {}

    public static PartForm of(PolicyDocument document, Purpose purpose) {
        var at = "/purposes/" + purpose.id();
        return new PartForm(List.of(
                about(document, purpose, at),
                new Values(
                        "What it sees",
                        "Where a purpose stands above this one, the stricter word of the two counts.",
                        treatments(purpose)),
                new Values("How people may be named", "", List.of(searchArguments(at))),
                new Values("How a request is decided", "", decision(at)),
                grounds(at),
                new Values(
                        "Days and numbers", "Days of an answer are working days, all others calendar days.", terms(at)),
                new Values("How caseworkers handle it", "", review(at)),
                new Values("The person's own rights", "", List.of(restriction(at))),
                embargo(at),
                prohibitions(document, at)));
    }

    /** The treatments of every purpose. */
    public static PartForm matrix(PolicyDocument document) {
        return new PartForm(document.purposes().stream()
                .<Section>map(
                        purpose -> new Values(purpose.title(), purpose.id().value(), treatments(purpose)))
                .toList());
    }

    private static Values about(PolicyDocument document, Purpose purpose, String at) {
        var others = Choices.purposes(document).stream()
                .filter(option -> !option.value().equals(purpose.id().value()))
                .toList();
        return new Values(
                "What it is",
                "",
                List.of(
                        text(at + "/title", "Title", ""),
                        new Input(
                                at + "/parent",
                                "Purpose above it",
                                "Its rules hold for this one as well.",
                                Kind.OPTIONAL_CHOICE,
                                others),
                        choice(
                                at + "/lawfulBasis",
                                "Lawful basis",
                                Choices.of(LawfulBasis.values(), PolicyWords::basis)),
                        text(at + "/statute", "Statute", "")));
    }

    private static List<Input> treatments(Purpose purpose) {
        return Arrays.stream(Field.values())
                .map(field -> Choices.treatment(purpose, field))
                .toList();
    }

    private static Input searchArguments(String at) {
        return new Input(
                at + "/searchArguments",
                "A request may search by",
                "The NHS number, or family name and date of birth with one of given name, gender, postcode.",
                Kind.SEVERAL,
                Arrays.stream(SearchArgument.values())
                        .map(argument -> new Option(argument.path(), PolicyWords.argument(argument)))
                        .toList());
    }

    private static List<Input> decision(String at) {
        return List.of(
                choice(at + "/decision", "Decision", Choices.of(DecisionMode.values(), PolicyWords::decision)),
                choice(
                        at + "/countersignature",
                        "Countersignature",
                        Choices.of(Countersigning.values(), PolicyWords::countersigning)),
                choice(at + "/deceased", "People who have died", Choices.of(Deceased.values(), PolicyWords::deceased)),
                choice(
                        at + "/consultation",
                        "Widening it",
                        Choices.of(Consultation.values(), PolicyWords::consultation)));
    }

    private static Elements grounds(String at) {
        return new Elements(
                "Grounds",
                "Any one of these will do. Where there is none, no ground is demanded.",
                at + "/grounds",
                "type",
                "Add a ground",
                Choices.of(GroundType.values(), CaseWords::ground),
                name -> Stream.concat(words().stream(), demands(name).stream()).toList(),
                Stream.of(words(), offence("For serious criminality."), order("For a court order."))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Input> words() {
        return List.of(
                text("/clause", "Clause", "What a refusal cites."),
                passage("/text", "What it demands", "In words, for the agency."));
    }

    private static List<Input> demands(String type) {
        return Arrays.stream(GroundType.values())
                .filter(one -> one.name().equals(type))
                .findFirst()
                .map(one -> switch (one) {
                    case SERIOUS_CRIMINALITY -> offence("");
                    case COURT_ORDER -> order("");
                    case PUBLIC_SECURITY_RISK, MISSING_VULNERABLE_PERSON -> List.<Input>of();
                })
                .orElse(List.of());
    }

    private static List<Input> offence(String where) {
        return List.of(
                number("/thresholdMonths", "Threshold in months", (where + " Never below 12.").strip()),
                new Input(
                        "/measure",
                        "What is held against the threshold",
                        where,
                        Kind.CHOICE,
                        Choices.of(SentenceMeasure.values(), PolicyWords::measure)),
                new Input(
                        "/earliestStage",
                        "How far proceedings must have come",
                        where,
                        Kind.CHOICE,
                        Choices.of(OffenceStage.values(), CaseWords::stage)));
    }

    private static List<Input> order(String where) {
        return List.of(new Input(
                "/directions",
                "Directions",
                where,
                Kind.CHOICE,
                Choices.of(Directions.values(), PolicyWords::directions)));
    }

    private static List<Input> terms(String at) {
        var terms = at + "/terms";
        return List.of(
                number(terms + "/responseWorkingDays", "Working days for an answer", ""),
                number(terms + "/exceptionalWorkingDays", "Working days with exceptional priority", ""),
                number(terms + "/retentionDays", "Days the agency may keep what it was given", ""),
                number(terms + "/readableDays", "Days an outcome can be read again", ""),
                number(terms + "/readings", "How often it can be read again", ""));
    }

    private static List<Input> review(String at) {
        var review = at + "/review";
        return List.of(
                choice(
                        review + "/secondCaseworker",
                        "Caseworkers",
                        Choices.of(SecondCaseworker.values(), PolicyWords::second)),
                choice(
                        review + "/whileInformationIsAwaited",
                        "Questions to the agency",
                        Choices.of(AwaitedInformation.values(), PolicyWords::awaited)),
                Input.typed(
                        Kind.NUMBERS,
                        review + "/reminderWorkingDays",
                        "Reminders after how many working days",
                        "At most five, ascending, with commas between them."),
                number(review + "/erasureDays", "Days until the details of a closed request are erased", ""));
    }

    private static Input restriction(String at) {
        return choice(
                at + "/restriction",
                "Where a person's data are restricted",
                Choices.of(Restriction.values(), PolicyWords::restriction));
    }

    private static OptionalPart embargo(String at) {
        var embargo = at + "/embargo";
        return new OptionalPart(
                "Embargo",
                "A delay before a disclosure shows in the person's own record. Leave all three empty to have it show at"
                        + " once.",
                embargo,
                List.of(
                        Input.typed(Kind.OPTIONAL_NUMBER, embargo + "/days", "Days it does not show", "At most 365."),
                        Input.typed(
                                Kind.OPTIONAL_DAY,
                                embargo + "/reviewBy",
                                "Reviewed by",
                                "Within twelve months of coming into force. Not reviewed by then, it ends."),
                        Input.typed(Kind.OPTIONAL_PASSAGE, embargo + "/reason", "Reason", "Anybody may read it.")));
    }

    private static Elements prohibitions(PolicyDocument document, String at) {
        var inputs = List.of(text("/clause", "Clause", "What a refusal cites."));
        return new Elements(
                "Prohibitions",
                "Whatever an agreement says, these agencies get neither this purpose nor one below it.",
                at + "/prohibitions",
                "agency",
                "Prohibit it to an agency",
                Choices.agencies(document),
                _ -> inputs,
                inputs);
    }
}
