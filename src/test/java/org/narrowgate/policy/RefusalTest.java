package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.Asked.TODAY;
import static org.narrowgate.policy.Asked.convicted;
import static org.narrowgate.policy.Asked.immigrationTracing;
import static org.narrowgate.policy.Asked.order;
import static org.narrowgate.policy.RefusalReason.AGREEMENT_NOT_IN_FORCE;
import static org.narrowgate.policy.RefusalReason.BELOW_SERIOUS_CRIMINALITY;
import static org.narrowgate.policy.RefusalReason.COUNTERSIGNATURE_MISSING;
import static org.narrowgate.policy.RefusalReason.DESTRUCTION_OVERDUE;
import static org.narrowgate.policy.RefusalReason.GROUND_MISSING;
import static org.narrowgate.policy.RefusalReason.LIMIT_REACHED;
import static org.narrowgate.policy.RefusalReason.OFFENCE_EXCLUDED;
import static org.narrowgate.policy.RefusalReason.PURPOSE_NOT_GRANTED;
import static org.narrowgate.policy.RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED;
import static org.narrowgate.policy.RefusalReason.SOURCES_NOT_EXHAUSTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.Decision.Refer;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.RequestFacts.Sources;

class RefusalTest {
    private final Policy policy = Policy.shipped();

    @Test
    void givesTheFirstReasonThatAppliesInTheOrderOfTheContract() {
        // Given
        var everythingWrong = immigrationTracing()
                .withScopes(Set.of())
                .withoutGround()
                .withSources(Sources.NOT_EXHAUSTED)
                .unsigned()
                .searchingBy(EnumSet.allOf(SearchArgument.class))
                .standing(new Standing(20, 200, 1))
                .on(LocalDate.of(2018, 5, 8));
        List<UnaryOperator<Asked>> mends = List.of(
                asked -> asked.withScopes(Set.of(asked.facts().purpose())),
                asked -> asked.on(TODAY),
                asked -> asked.on(convicted("overstaying", 14)),
                asked -> asked.on(convicted("fare-evasion", 14)),
                asked -> asked.on(convicted("fraud", 14)),
                asked -> asked.withSources(Sources.EXHAUSTED),
                asked -> asked.signedBy("inspector"),
                asked -> asked.searchingBy(Set.of(SearchArgument.FAMILY_NAME)),
                asked -> asked.standing(new Standing(20, 200, 0)));
        // When
        var reasons = new ArrayList<RefusalReason>();
        var asked = everythingWrong;
        reasons.add(reasonOf(asked));
        for (var mend : mends) {
            asked = mend.apply(asked);
            reasons.add(reasonOf(asked));
        }
        // Then
        assertThat(reasons)
                .containsExactly(
                        PURPOSE_NOT_GRANTED,
                        AGREEMENT_NOT_IN_FORCE,
                        GROUND_MISSING,
                        OFFENCE_EXCLUDED,
                        BELOW_SERIOUS_CRIMINALITY,
                        SOURCES_NOT_EXHAUSTED,
                        COUNTERSIGNATURE_MISSING,
                        SEARCH_ARGUMENT_NOT_PERMITTED,
                        DESTRUCTION_OVERDUE,
                        LIMIT_REACHED);
        assertThat(asked.standing(Standing.CLEAR).decidedBy(policy)).isInstanceOf(Refer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-north", "home-office-withdrawn", ""})
    void refusesAClientThatIsNoLongerTheAgencys(String client) {
        // Given
        var asked = immigrationTracing();
        var asker = new Asker(
                asked.asker().agency(), Optional.of(client), asked.asker().scopes());
        // When
        var decision = policy.decide(asker, asked.facts(), Standing.CLEAR, TODAY);
        // Then
        assertThat(decision)
                .isEqualTo(new Refuse(
                        PURPOSE_NOT_GRANTED,
                        "memorandum of 1 January 2017, purposes as narrowed on 9 May 2018",
                        "Ask for a purpose that is among your entitlements, with its scope in the token."));
    }

    @Test
    void refusesAPurposeThatTheTokenDoesNotCarry() {
        // Given
        var asked = immigrationTracing().withScopes(Set.of(new PurposeId("missing-vulnerable-person")));
        // When
        var decision = asked.decidedBy(policy);
        // Then
        assertThat(decision)
                .isEqualTo(new Refuse(
                        PURPOSE_NOT_GRANTED,
                        "memorandum of 1 January 2017, purposes as narrowed on 9 May 2018",
                        "Ask for a purpose that is among your entitlements, with its scope in the token."));
    }

    @Test
    void refusesAPurposeThatTheAgreementDoesNotNameWhateverTheTokenSays() {
        assertRefused(
                Asked.by("police-north", "court-order").on(order(EnumSet.allOf(Field.class))),
                PURPOSE_NOT_GRANTED,
                "agreement with Police North, clause 1, purposes");
    }

    @Test
    void refusesAPurposeThePolicyDoesNotKnow() {
        assertRefused(
                Asked.by("coroner", "no-such-purpose"),
                PURPOSE_NOT_GRANTED,
                "agreement with HM Coroner, clause 1, purposes");
    }

    @Test
    void refusesAnAgencyWithoutAgreementForWantOfAPowerToShare() {
        assertRefused(
                Asked.by("no-such-agency", "counter-fraud"),
                PURPOSE_NOT_GRANTED,
                "Health and Social Care Act 2012 s.261");
    }

    @Test
    void refusesAPurposeThatIsProhibitedToTheAgencyAlthoughItsAgreementNamesIt() {
        // Given
        var prohibiting = new ShippedDocument()
                .with("/purposes/7/prohibitions/-", "{\"agency\": \"counter-fraud\", \"clause\": \"the prohibition\"}")
                .policy();
        var asked = Asked.by("counter-fraud", "counter-fraud").searchingBy(Set.of(SearchArgument.NHS_NUMBER));
        // When
        var decision = (Refuse) asked.decidedBy(prohibiting);
        // Then
        assertThat(decision.reason()).isEqualTo(PURPOSE_NOT_GRANTED);
        assertThat(decision.clause()).isEqualTo("the prohibition");
    }

    @ParameterizedTest
    @EnumSource(value = AgreementState.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void refusesUnderAnAgreementThatIsNotActive(AgreementState state) {
        // Given
        var changed = new ShippedDocument()
                .with("/agreements/0/state", "\"" + state + "\"")
                .policy();
        // When
        var decision = (Refuse) immigrationTracing().decidedBy(changed);
        // Then
        assertThat(decision.reason()).isEqualTo(AGREEMENT_NOT_IN_FORCE);
        assertThat(decision.clause()).isEqualTo("memorandum of 1 January 2017, term");
    }

    @Test
    void keepsAnAgreementInForceFromItsFirstDayToTheEndOfItsLast() {
        // Given
        var ending = new ShippedDocument()
                .with("/agreements/0/validUntil", "\"2026-03-31\"")
                .policy();
        var days = List.of("2018-05-08", "2018-05-09", "2026-03-31", "2026-04-01");
        // When
        var refused = days.stream()
                .filter(day -> immigrationTracing().on(LocalDate.parse(day)).decidedBy(ending) instanceof Refuse refuse
                        && refuse.reason() == AGREEMENT_NOT_IN_FORCE)
                .toList();
        // Then
        assertThat(refused).containsExactly("2018-05-08", "2026-04-01");
    }

    @Test
    void refusesWithoutTheGroundAPurposeDemands() {
        assertRefused(immigrationTracing().withoutGround(), GROUND_MISSING, "commitment of 9 May 2018, grounds 1 to 3");
    }

    @Test
    void refusesAGroundThePurposeDoesNotAccept() {
        assertRefused(
                immigrationTracing().on(order(EnumSet.allOf(Field.class))),
                GROUND_MISSING,
                "commitment of 9 May 2018, grounds 1 to 3");
    }

    @Test
    void refusesACourtOrderThatDoesNotSayWhatItDirects() {
        // Given
        var silent = new Ground.CourtOrder("F00LS123", Optional.empty());
        // When, Then
        assertRefused(
                Asked.by("court-service", "court-order").on(silent),
                GROUND_MISSING,
                "the order of the court, within what it directs");
        assertRefused(
                Asked.by("court-service", "court-order").on(order(Set.of())),
                GROUND_MISSING,
                "the order of the court, within what it directs");
    }

    @Test
    void takesTheRequestersWordThatSourcesAreExhaustedAndRefusesWithoutIt() {
        assertRefused(
                immigrationTracing().withSources(Sources.NOT_EXHAUSTED),
                SOURCES_NOT_EXHAUSTED,
                "memorandum of 1 January 2017, usual sources of information first");
    }

    @Test
    void refusesWithoutACountersignature() {
        assertRefused(
                immigrationTracing().unsigned(),
                COUNTERSIGNATURE_MISSING,
                "memorandum of 1 January 2017, countersignature by a senior officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constable", "", "superintendent"})
    void refusesACountersignatureOfARankThatIsNotAcceptedForThisAgency(String rank) {
        assertRefused(
                immigrationTracing().signedBy(rank),
                COUNTERSIGNATURE_MISSING,
                "memorandum of 1 January 2017, countersignature by a senior officer");
    }

    @Test
    void acceptsARankHoweverItIsCapitalised() {
        assertThat(immigrationTracing().signedBy(" Inspector").decidedBy(policy))
                .isInstanceOf(Refer.class);
    }

    @Test
    void refusesASearchByWhatThePurposeMayNotSearchBy() {
        assertRefused(
                Asked.by("counter-fraud", "counter-fraud")
                        .searchingBy(Set.of(SearchArgument.NHS_NUMBER, SearchArgument.POSTCODE)),
                SEARCH_ARGUMENT_NOT_PERMITTED,
                "agreement with the NHS Counter Fraud Authority, clause 6, how a person may be named");
    }

    @Test
    void refusesWhileADestructionIsOverdue() {
        assertRefused(
                immigrationTracing().standing(new Standing(0, 0, 1)),
                DESTRUCTION_OVERDUE,
                "memorandum of 1 January 2017, secure destruction");
    }

    @Test
    void refusesFromTheLimitOfTheDayAndOfTheMonthOn() {
        assertRefused(
                immigrationTracing().standing(new Standing(20, 20, 0)),
                LIMIT_REACHED,
                "memorandum of 1 January 2017, limits");
        assertRefused(
                immigrationTracing().standing(new Standing(0, 200, 0)),
                LIMIT_REACHED,
                "memorandum of 1 January 2017, limits");
        assertThat(immigrationTracing().standing(new Standing(19, 199, 0)).decidedBy(policy))
                .isInstanceOf(Refer.class);
    }

    @Test
    void knowsNoLimitWhereTheAgreementSetsNone() {
        // Given
        var often = Asked.by("counter-fraud", "counter-fraud")
                .searchingBy(Set.of(SearchArgument.NHS_NUMBER))
                .standing(new Standing(1_000_000, 30_000_000, 0));
        // When, Then
        assertThat(often.decidedBy(policy)).isInstanceOf(Decision.Permit.class);
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void citesAClauseAndExplainsInOneSentenceForEveryReason(RefusalReason reason) {
        // When
        var refusal = policy.refusal(reason, immigrationTracing().asker(), new PurposeId("immigration-tracing"));
        // Then
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.clause()).containsAnyOf("memorandum of 1 January 2017", "commitment of 9 May 2018");
        assertThat(refusal.explanation()).matches("[A-Z][^.]*\\.");
    }

    @Test
    void refusesForWantOfAGrantWhateverReasonWasFoundLaterIfTheGrantIsGone() {
        // When
        var refusal =
                policy.refusal(LIMIT_REACHED, Asked.by("coroner", "case-review").asker(), new PurposeId("case-review"));
        // Then
        assertThat(refusal.reason()).isEqualTo(PURPOSE_NOT_GRANTED);
    }

    @Test
    void saysNothingOfTheRequestInAnExplanation() {
        // Given
        var telling = immigrationTracing()
                .signedBy("Zebediah Quux")
                .on(new Ground.CourtOrder("Zebediah Quux", Optional.empty()));
        // When
        var explanations = Arrays.stream(RefusalReason.values())
                .map(reason -> policy.refusal(
                                reason, telling.asker(), telling.facts().purpose())
                        .explanation());
        // Then
        assertThat(((Refuse) telling.decidedBy(policy)).explanation()).doesNotContain("Quux");
        assertThat(explanations).noneMatch(explanation -> explanation.contains("Quux"));
    }

    private RefusalReason reasonOf(Asked asked) {
        return ((Refuse) asked.decidedBy(policy)).reason();
    }

    private void assertRefused(Asked asked, RefusalReason reason, String clause) {
        var refusal = (Refuse) asked.decidedBy(policy);
        assertThat(List.of(refusal.reason(), refusal.clause())).containsExactly(reason, clause);
    }
}
