package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.narrowgate.policy.Requirement.Fulfilment.NOT_MET;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.Stoppable.OfAgency;
import org.narrowgate.policy.Stoppable.OfAgreement;
import org.narrowgate.policy.Stoppable.OfPurpose;

class StopsTest {
    private static final Stoppable AGREEMENT = new OfAgreement(new AgreementId("home-office-memorandum"));
    private static final Stoppable PURPOSE = new OfPurpose(new PurposeId("immigration-tracing"));
    private static final Stoppable AGENCY = new OfAgency(new AgencyId("home-office"));
    private static final PurposeId MISSING = new PurposeId("missing-vulnerable-person");

    private final Policy policy = Policy.shipped();

    static Stream<Arguments> explanations() {
        return Stream.of(
                Arguments.of(
                        AGREEMENT,
                        "Your agreement with the registry is suspended; nothing can be asked until it is resumed."),
                Arguments.of(PURPOSE, "This purpose is suspended; nothing can be asked for it until it is resumed."),
                Arguments.of(AGENCY, "Your agency is suspended; it can ask for nothing until it is resumed."));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void whatIsStoppedIsRefusedWithTheTermsClause(Stoppable thing, String explanation) {
        // Given
        var asked = Asked.immigrationTracing();
        var clause = policy.agreementOf(asked.asker().agency())
                .orElseThrow()
                .clauses()
                .term();
        assertThat(asked.decidedBy(policy)).isInstanceOf(Decision.Refer.class);
        // When
        var decision = asked.decidedBy(policy.under(stopping(thing)));
        // Then
        assertThat(decision).isEqualTo(new Refuse(RefusalReason.AGREEMENT_NOT_IN_FORCE, clause, explanation));
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void entitlementsShowItSuspended(Stoppable thing) {
        // When
        var entitlements = policy.under(stopping(thing))
                .entitlements(Asked.immigrationTracing().asker(), purpose -> Standing.CLEAR);
        // Then
        assertThat(entitlements)
                .singleElement()
                .extracting(entitlement -> entitlement.agreement().state())
                .isEqualTo(AgreementState.SUSPENDED);
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void aCaseworkerIsToldWhatIsStopped(Stoppable thing) {
        // Given
        var asked = Asked.immigrationTracing();
        // When
        var requirements = policy.under(stopping(thing))
                .requirements(asked.asker(), asked.facts(), asked.standing(), asked.today());
        // Then
        assertThat(requirements)
                .filteredOn(requirement -> requirement.fulfilment() == NOT_MET)
                .extracting(Requirement::reason, Requirement::why)
                .containsExactly(tuple(
                        RefusalReason.AGREEMENT_NOT_IN_FORCE,
                        "the " + thing.kind().word() + " `" + thing.name() + "` is suspended"));
    }

    @Test
    void aStoppedPurposeStopsThoseBelowItAndNoOthers() {
        // Given
        var document = new ShippedDocument().with("/purposes/0/parent", "\"missing-vulnerable-person\"");
        var child = new PurposeId(document.at("/purposes/0/id").replace("\"", ""));
        var lineages =
                new PurposeTree(PolicyReader.read(document.json()).document().purposes()).lineages();
        var agreement = policy.agreementOf(new AgencyId("home-office")).orElseThrow();
        var stops = stopping(new OfPurpose(MISSING));
        // When
        var stopped = lineages.values().stream()
                .filter(lineage -> stops.holding(agreement, lineage).isPresent())
                .map(lineage -> lineage.purpose().id());
        // Then
        assertThat(stopped).containsExactlyInAnyOrder(child, MISSING);
    }

    @Test
    void aStopOfOneLeavesTheOthersAsTheyAre() {
        // Given
        var asked = Asked.by("coroner", "coroner-primary-care");
        // When
        var decision = asked.decidedBy(policy.under(new Stops(3, Map.of(AGREEMENT, 1L, PURPOSE, 2L, AGENCY, 3L))));
        // Then
        assertThat(decision).isEqualTo(asked.decidedBy(policy)).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void aStoppedPolicyIsTheSameDocument() {
        // When
        var stopped = policy.under(stopping(AGENCY));
        // Then
        assertThat(stopped.hash()).isEqualTo(policy.hash());
        assertThat(stopped.canonicalJson()).isEqualTo(policy.canonicalJson());
        assertThat(stopped.document()).isEqualTo(policy.document());
        assertThat(stopped.agreementOf(new AgencyId("home-office")).map(Agreement::state))
                .contains(AgreementState.SUSPENDED);
    }

    @Test
    void aPurposeThatIsNotGrantedIsNotGrantedWhateverIsStopped() {
        // Given
        var asked = Asked.by("home-office", "counter-fraud");
        // When, Then
        assertThat(asked.decidedBy(policy.under(stopping(AGENCY)))).isEqualTo(asked.decidedBy(policy));
    }

    @Test
    void onlyWhatTheDocumentHasIsNamedByIt() {
        assertThat(Set.of(AGREEMENT, PURPOSE, AGENCY)).allMatch(policy::names);
        assertThat(Stream.of(Stoppable.Kind.values()).flatMap(kind -> kind.named("nobody").stream()))
                .hasSize(3)
                .noneMatch(policy::names);
        assertThat(Stoppable.Kind.AGENCY.named("No Name")).isEmpty();
    }

    private static Stops stopping(Stoppable thing) {
        return new Stops(1, Map.of(thing, 1L));
    }
}
