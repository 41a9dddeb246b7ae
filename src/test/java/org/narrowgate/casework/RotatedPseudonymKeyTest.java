package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.CaseworkException.Fault;
import org.narrowgate.cli.OwnerAtTheKeyboard;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

@QuarkusTest
@TestProfile(RotatedPseudonymKeyTest.Profile.class)
class RotatedPseudonymKeyTest {
    private static final Asker FRAUD = new Asker(new AgencyId("counter-fraud"), Set.of(new PurposeId("counter-fraud")));
    private static final Selection EVERYTHING = new Selection.OfPerson(EnumSet.allOf(Field.class));
    private static final NhsNumber HARTFIELD = new NhsNumber("9000000009");

    @Inject
    TracingRequests requests;

    @Inject
    DisclosureService disclosures;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    TravelledClock clock;

    @Inject
    OwnerAtTheKeyboard owner;

    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(TravelledClock.class);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of()));
        }
    }

    @BeforeEach
    void holdTheCast() {
        clock.set(Instant.parse("2026-01-05T12:00:00Z"));
        behind.holdTheCast();
    }

    @Test
    void recognisesARequestThatCameBefore() {
        // Given
        var key = UUID.randomUUID();
        var before = requests.request(FRAUD, about("case 1"), EVERYTHING, key);
        rotate();
        // When
        var after = requests.request(FRAUD, about("case 1"), EVERYTHING, key);
        // Then
        assertThat(after.request()).isEqualTo(before.request());
    }

    @Test
    void refusesARequestIdThatCameWithSomethingElseBefore() {
        // Given
        var key = UUID.randomUUID();
        requests.request(FRAUD, about("case 1"), EVERYTHING, key);
        rotate();
        // When, then
        assertThatThrownBy(() -> requests.request(FRAUD, about("case 2"), EVERYTHING, key))
                .isInstanceOfSatisfying(
                        CaseworkException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REQUEST_ID_REUSED));
    }

    @Test
    void findsAPersonsEntriesOfBeforeAndAfter() {
        // Given
        var first = behind.entries();
        requests.request(FRAUD, about("case 1"), EVERYTHING, null);
        rotate();
        requests.request(FRAUD, about("case 1"), EVERYTHING, null);
        // When
        var named = disclosures.pseudonymsOf(HARTFIELD);
        // Then
        assertThat(List.of(subjectOf(first), subjectOf(first + 1)))
                .doesNotHaveDuplicates()
                .isSubsetOf(named);
    }

    @Test
    void knowsAMemberOfStaffByTheNameOfBefore() {
        // Given
        var before = disclosures.staffPseudonym("carla");
        // When
        rotate();
        // Then
        assertThat(disclosures.staffPseudonym("carla")).isNotEqualTo(before);
        assertThat(disclosures.staffPseudonyms("carla"))
                .contains(before)
                .doesNotContainAnyElementsOf(disclosures.staffPseudonyms("colin"));
    }

    private void rotate() {
        assertThat(owner.types("migrate", "--new-pseudonym-key"))
                .matches(
                        "migrate: migrations made: 0, tables at version [\\d.]+; partitions of the log made: \\d+, which now"
                                + " ends at entry \\d+\\R"
                                + "migrate: pseudonym key k\\d+ added; what runs uses it within a minute\\R");
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
    }

    private String subjectOf(long entry) {
        return behind.particulars(entry).get("subject").asText();
    }

    private static NewTracingRequest about(String caseReference) {
        var subject = new Subject.ByNhsNumber(HARTFIELD, Optional.empty());
        return new NewTracingRequest(
                new RequestFacts(
                        new PurposeId("counter-fraud"),
                        Optional.empty(),
                        Sources.EXHAUSTED,
                        Optional.empty(),
                        subject.arguments()),
                subject,
                caseReference,
                "every other source of information was tried",
                Priority.STANDARD,
                Optional.empty());
    }
}
