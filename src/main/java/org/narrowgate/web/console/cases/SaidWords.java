package org.narrowgate.web.console.cases;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.narrowgate.casework.Submission;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.subject.Subject;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Said;
import org.narrowgate.web.console.cases.CaseModel.Saying;

/** Everything an agency said, in words: nothing of it comes from the registry. */
final class SaidWords {
    private SaidWords() {}

    static Said of(Submission said) {
        return new Said(
                said.subject().map(SaidWords::subject).orElse(List.of()),
                said.facts().ground().map(SaidWords::ground).orElse(List.of()),
                signed(said.facts()),
                said.justification(),
                said.priorityReason().orElse(""));
    }

    private static List<Saying> subject(Subject subject) {
        var says = new ArrayList<Saying>();
        switch (subject) {
            case Subject.ByNhsNumber(var number, var birthDate) -> {
                says.add(new Saying("NHS number", number.digits()));
                birthDate.ifPresent(born -> says.add(new Saying("Date of birth", LondonTime.day(born))));
            }
            case Subject.ByDetails(var family, var birthDate, var given, var gender, var postcode) -> {
                says.add(new Saying("Family name", family));
                given.ifPresent(name -> says.add(new Saying("Given name", name)));
                says.add(new Saying("Date of birth", LondonTime.day(birthDate)));
                gender.ifPresent(one -> says.add(new Saying("Gender", CaseWords.gender(one))));
                postcode.ifPresent(code -> says.add(new Saying("Postcode", code)));
            }
        }
        return says;
    }

    private static List<Saying> ground(Ground ground) {
        var says = new ArrayList<Saying>();
        says.add(new Saying("Ground", CaseWords.ground(ground.type())));
        switch (ground) {
            case Ground.SeriousCriminality(var offence, var stage, var sentence) -> {
                says.add(new Saying("Offence", CaseWords.offence(offence.code())));
                says.add(new Saying("Act", offence.act()));
                says.add(new Saying("Maximum sentence", CaseWords.maximum(offence.maximumMonths())));
                says.add(new Saying("Stage", CaseWords.stage(stage)));
                says.add(new Saying(
                        "Sentence imposed",
                        sentence.isPresent() ? CaseWords.months(sentence.getAsInt()) : "None stated"));
            }
            case Ground.PublicSecurityRisk(var statement) -> says.add(new Saying("Statement", statement));
            case Ground.MissingVulnerablePerson(var statement) -> says.add(new Saying("Statement", statement));
            case Ground.CourtOrder(var reference, var directs) -> {
                says.add(new Saying("Order", reference));
                says.add(new Saying(
                        "It directs",
                        directs.map(fields -> fields.stream()
                                        .sorted()
                                        .map((Field field) -> CaseWords.field(field))
                                        .collect(joining(", ")))
                                .orElse("Not stated")));
            }
        }
        return says;
    }

    private static List<Saying> signed(RequestFacts facts) {
        var says = new ArrayList<Saying>();
        says.add(new Saying(
                "Own sources",
                switch (facts.sources()) {
                    case EXHAUSTED -> "All usual sources have been tried";
                    case NOT_EXHAUSTED -> "Not all usual sources have been tried";
                }));
        says.add(new Saying(
                "Countersignature",
                facts.countersignature()
                        .map(signed ->
                                signed.officer() + ", " + signed.rank() + ", on " + LondonTime.day(signed.signedOn()))
                        .orElse("None")));
        return says;
    }
}
