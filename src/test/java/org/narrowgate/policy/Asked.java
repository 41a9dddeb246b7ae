package org.narrowgate.policy;

import static org.narrowgate.policy.SearchArgument.BIRTH_DATE;
import static org.narrowgate.policy.SearchArgument.FAMILY_NAME;
import static org.narrowgate.policy.SearchArgument.GENDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.narrowgate.policy.RequestFacts.Sources;

/** A request under test with all a decision looks at; altered one thing at a time. */
record Asked(Asker asker, RequestFacts facts, Standing standing, LocalDate today) {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Nothing speaks against it but what the agency and the purpose demand. */
    static Asked by(String agency, String purpose) {
        var id = new PurposeId(purpose);
        return new Asked(
                new Asker(new AgencyId(agency), Set.of(id)),
                new RequestFacts(
                        id,
                        Optional.empty(),
                        Sources.EXHAUSTED,
                        Optional.empty(),
                        Set.of(FAMILY_NAME, BIRTH_DATE, GENDER)),
                Standing.CLEAR,
                TODAY);
    }

    /** The Home Office's fraudster, sentenced to 14 months: referred under the shipped policy. */
    static Asked immigrationTracing() {
        return by("home-office", "immigration-tracing").signedBy("inspector").on(convicted("fraud", 14));
    }

    static Ground convicted(String offence, int sentenceMonths) {
        return criminality(offence, OffenceStage.CONVICTED, OptionalInt.of(sentenceMonths));
    }

    static Ground criminality(String offence, OffenceStage stage, OptionalInt sentenceMonths) {
        return new Ground.SeriousCriminality(OffenceCatalogue.ofCode(offence).orElseThrow(), stage, sentenceMonths);
    }

    static Ground order(Set<Field> directs) {
        return new Ground.CourtOrder("F00LS123", Optional.of(directs));
    }

    Asked on(Ground ground) {
        return with(facts.sources(), Optional.of(ground), facts.countersignature(), facts.searchArguments());
    }

    Asked withoutGround() {
        return with(facts.sources(), Optional.empty(), facts.countersignature(), facts.searchArguments());
    }

    Asked signedBy(String rank) {
        var signature = new Countersignature("A. Officer", rank, today);
        return with(facts.sources(), facts.ground(), Optional.of(signature), facts.searchArguments());
    }

    Asked unsigned() {
        return with(facts.sources(), facts.ground(), Optional.empty(), facts.searchArguments());
    }

    Asked withSources(Sources sources) {
        return with(sources, facts.ground(), facts.countersignature(), facts.searchArguments());
    }

    Asked searchingBy(Set<SearchArgument> arguments) {
        return with(facts.sources(), facts.ground(), facts.countersignature(), arguments);
    }

    Asked withScopes(Set<PurposeId> scopes) {
        return new Asked(new Asker(asker.agency(), scopes), facts, standing, today);
    }

    Asked standing(Standing changed) {
        return new Asked(asker, facts, changed, today);
    }

    Asked on(LocalDate day) {
        return new Asked(asker, facts, standing, day);
    }

    Decision decidedBy(Policy policy) {
        return policy.decide(asker, facts, standing, today);
    }

    List<Requirement> heldAgainst(Policy policy) {
        return policy.requirements(asker, facts, standing, today);
    }

    private Asked with(
            Sources sources,
            Optional<Ground> ground,
            Optional<Countersignature> countersignature,
            Set<SearchArgument> arguments) {
        var changed = new RequestFacts(facts.purpose(), ground, sources, countersignature, arguments);
        return new Asked(asker, changed, standing, today);
    }
}
