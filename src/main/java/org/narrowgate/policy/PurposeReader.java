package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.GroundDemand.Directions;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/** Reads the purposes of a policy document. */
final class PurposeReader {
    private PurposeReader() {}

    static Purpose purpose(DocumentPart part) {
        var purpose = new Purpose(
                purposeId(part, "id"),
                part.text("title"),
                part.optionalWord("parent", PolicyReader.AN_ID, PolicyReader.id(PurposeId::new)),
                part.parts("prohibitions").stream()
                        .map(PurposeReader::prohibition)
                        .toList(),
                part.oneOf(Consultation.class, "consultation", Consultation.REQUIRED),
                part.oneOf(LawfulBasis.class, "lawfulBasis", LawfulBasis.CONSENT),
                part.text("statute"),
                part.oneOf(DecisionMode.class, "decision", DecisionMode.CASE_BY_CASE),
                part.oneOf(Countersigning.class, "countersignature", Countersigning.NOT_REQUIRED),
                part.oneOf(Deceased.class, "deceased", Deceased.EXCLUDED),
                treatments(part.part("treatments")),
                Set.copyOf(part.words("searchArguments", "a search argument", SearchArgument::ofPath)),
                part.parts("grounds").stream().map(PurposeReader::ground).toList(),
                terms(part.part("terms")),
                review(part.part("review")),
                part.oneOf(Restriction.class, "restriction", Restriction.YIELDS),
                part.optionalPart("embargo").map(PurposeReader::embargo));
        part.end();
        return purpose;
    }

    private static Purpose.Prohibition prohibition(DocumentPart part) {
        var prohibition = new Purpose.Prohibition(PolicyReader.agencyId(part, "agency"), part.text("clause"));
        part.end();
        return prohibition;
    }

    private static Map<Field, FieldTreatment> treatments(DocumentPart part) {
        var treatments = Arrays.stream(Field.values())
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        field -> part.word(
                                field.path(),
                                Treatments.expected(field),
                                words -> Treatments.read(field, words),
                                new FieldTreatment.Withhold())));
        part.end();
        return treatments;
    }

    private static GroundDemand ground(DocumentPart part) {
        var clause = part.text("clause");
        var text = part.text("text");
        var type = part.oneOf(GroundType.class, "type");
        if (type.isEmpty()) {
            // Which other properties belong here, its type would say.
            return new GroundDemand.PublicSecurityRisk(clause, text);
        }
        var ground = switch (type.get()) {
            case SERIOUS_CRIMINALITY -> seriousCriminality(part, clause, text);
            case PUBLIC_SECURITY_RISK -> new GroundDemand.PublicSecurityRisk(clause, text);
            case MISSING_VULNERABLE_PERSON -> new GroundDemand.MissingVulnerablePerson(clause, text);
            case COURT_ORDER ->
                new GroundDemand.CourtOrder(
                        clause, text, part.oneOf(Directions.class, "directions", Directions.REQUIRED));
        };
        part.end();
        return ground;
    }

    private static GroundDemand seriousCriminality(DocumentPart part, String clause, String text) {
        return new GroundDemand.SeriousCriminality(
                clause,
                text,
                part.number("thresholdMonths", 0, 1_200),
                part.oneOf(SentenceMeasure.class, "measure", SentenceMeasure.SENTENCE_IMPOSED),
                part.oneOf(OffenceStage.class, "earliestStage", OffenceStage.CONVICTED));
    }

    private static Purpose.Terms terms(DocumentPart part) {
        var terms = new Purpose.Terms(
                part.number("responseWorkingDays", 1, 60),
                part.number("exceptionalWorkingDays", 1, 60),
                part.number("retentionDays", 1, 3_650),
                part.number("readableDays", 1, 365),
                part.number("readings", 1, 100));
        part.end();
        return terms;
    }

    private static ReviewTerms review(DocumentPart part) {
        var review = new ReviewTerms(
                part.oneOf(SecondCaseworker.class, "secondCaseworker", SecondCaseworker.REQUIRED),
                part.oneOf(AwaitedInformation.class, "whileInformationIsAwaited", AwaitedInformation.CLOCK_RUNS),
                part.numbers("reminderWorkingDays", 1, 60),
                part.number("erasureDays", 1, 3_650));
        part.end();
        return review;
    }

    private static Purpose.Embargo embargo(DocumentPart part) {
        var embargo = new Purpose.Embargo(
                part.number("days", 1, Purpose.Embargo.MOST_DAYS), part.date("reviewBy"), part.text("reason"));
        part.end();
        return embargo;
    }

    static PurposeId purposeId(DocumentPart part, String name) {
        return part.word(name, PolicyReader.AN_ID, PolicyReader.id(PurposeId::new), new PurposeId("unreadable"));
    }
}
