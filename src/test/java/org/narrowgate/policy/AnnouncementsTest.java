package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Announcements.Notice;

class AnnouncementsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgencyId COUNTER_FRAUD = new AgencyId("counter-fraud");

    private final PolicyVersion current = new PolicyVersion(1, Policy.shipped(), NOON);

    @Test
    void tellAnAgencyWhatItsNextVersionsNarrow() {
        // Given
        var first = version(2, NOON.plusSeconds(60), counterFraud("address.postcode"));
        var second = version(3, NOON.plusSeconds(90), counterFraud("address.postcode", "birthDate"));
        // When
        var announced = Announcements.of(current, List.of(second, first));
        // Then
        var purpose = Optional.of(new PurposeId("counter-fraud"));
        assertThat(announced.noticesTo(COUNTER_FRAUD))
                .containsExactly(
                        new Notice(first.inForceFrom(), 2, purpose, List.of(words(current, first))),
                        new Notice(second.inForceFrom(), 3, purpose, List.of(words(first, second))));
        assertThat(words(current, first)).contains("postcode", "counter-fraud").endsWith(".");
    }

    @Test
    void tellNobodyElse() {
        // When
        var announced =
                Announcements.of(current, List.of(version(2, NOON.plusSeconds(60), counterFraud("address.postcode"))));
        // Then
        assertThat(Policy.shipped().document().agencies())
                .map(Agency::id)
                .filteredOn(agency -> !agency.equals(COUNTER_FRAUD))
                .isNotEmpty()
                .allSatisfy(agency -> assertThat(announced.noticesTo(agency)).isEmpty());
    }

    @Test
    void leaveOutAVersionThatNeverComesIntoForce() {
        // Given
        var never = version(2, NOON.plusSeconds(90), counterFraud("address.postcode"));
        var next = version(3, NOON.plusSeconds(60), Policy.shipped());
        // When
        var announced = Announcements.of(current, List.of(never, next));
        // Then
        assertThat(announced.noticesTo(COUNTER_FRAUD)).isEmpty();
        assertThat(announced.at(NOON.plusSeconds(90)).number()).isEqualTo(3);
    }

    @Test
    void leaveOutAVersionThatAnotherReplacesInTheSameMoment() {
        // Given
        var never = version(2, NOON.plusSeconds(60), counterFraud("address.postcode"));
        var next = version(3, NOON.plusSeconds(60), Policy.shipped());
        // When
        var announced = Announcements.of(current, List.of(never, next));
        // Then
        assertThat(announced.noticesTo(COUNTER_FRAUD)).isEmpty();
        assertThat(announced.at(NOON.plusSeconds(60)).number()).isEqualTo(3);
    }

    private static String words(PolicyVersion before, PolicyVersion after) {
        var changes = Difference.between(
                        before.policy().document(), after.policy().document())
                .narrowing();
        assertThat(changes).hasSize(1);
        return changes.getFirst().words() + ".";
    }

    private static PolicyVersion version(int number, Instant from, Policy policy) {
        return new PolicyVersion(number, policy, from);
    }

    private static Policy counterFraud(String... withheld) {
        var document = new ShippedDocument();
        var purposes = Policy.shipped().document().purposes();
        var at = purposes.stream().map(Purpose::id).toList().indexOf(new PurposeId("counter-fraud"));
        for (var field : withheld) {
            document.with("/purposes/" + at + "/treatments/" + field, "\"withheld\"");
        }
        return document.policy();
    }
}
