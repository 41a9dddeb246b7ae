package org.narrowgate.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.narrowgate.casework.Answer;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.UnwritableLedger;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SyntheticRegistry;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(UnwritableLedger.Profile.class) // for a database of its own: what is published stays
class SupersededPolicyTest {
    @Inject
    Ledger ledger;

    @Inject
    PolicyInForce policy;

    @Inject
    TracingRequests requests;

    @Inject
    PopulationService population;

    @Test
    void decidesAgainWhatWasDecidedUnderAPolicyNoLongerInForce() {
        // Given
        SyntheticRegistry.fillWhereEmpty(population);
        var before = traced(ask());
        assertThat(before.person().deceased()).isTrue();
        // When another replica publishes, and this one still has the old version at hand
        publish(withoutDeaths(policy.current().policy()));
        var after = traced(ask());
        // Then
        assertThat(after.receipt().policyVersion()).isEqualTo(2);
        assertThat(after.person().deceased()).isNull();
        assertThat(policy.current().number()).isEqualTo(2);
    }

    private void publish(Policy next) {
        var version = new PolicyVersion(2, next, Instant.now());
        var entry = Entry.of(Map.of("form", 1, "kind", "policy-published"), Map.of());
        assertThat(ledger.append(entry, new PublicationShare(), version)).isInstanceOf(Appended.Written.class);
        // The same number again is no next version.
        assertThat(ledger.append(entry, new PublicationShare(), version)).isInstanceOf(Appended.Objected.class);
    }

    private static Policy withoutDeaths(Policy shipped) {
        var json = shipped.canonicalJson();
        var coroner = json.indexOf("\"id\":\"coroner-primary-care\"");
        var deceased = json.indexOf("\"deceased\":\"released\"", coroner);
        return Policy.read(json.substring(0, deceased)
                + "\"deceased\":\"withheld\""
                + json.substring(deceased + "\"deceased\":\"released\"".length()));
    }

    private Answer ask() {
        var subject = new Subject.ByNhsNumber(new NhsNumber("9000000076"), Optional.empty());
        var purpose = new PurposeId("coroner-primary-care");
        return requests.request(
                new Asker(new AgencyId("coroner"), Set.of(purpose)),
                new NewTracingRequest(
                        new RequestFacts(
                                purpose, Optional.empty(), Sources.EXHAUSTED, Optional.empty(), subject.arguments()),
                        subject,
                        "case 1",
                        "every other source of information was tried",
                        Priority.STANDARD,
                        Optional.empty()),
                new Selection.OfPerson(Set.of(Field.DECEASED)),
                null);
    }

    private static Outcome.Traced traced(Answer answer) {
        return (Outcome.Traced) answer.outcome().orElseThrow();
    }
}
