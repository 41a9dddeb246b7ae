package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a difference always tells, whatever was edited. */
class RandomDifferenceTest {
    private static final long SEED = 9_052_018;
    private static final int DOCUMENTS = 80;
    private static final int EDITS = 6;

    private final RandomPolicies policies = new RandomPolicies(SEED);

    @Test
    void isEmptyOnlyWhereTheDocumentsAreEqual() {
        int altered = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            // Given
            var before = policies.next();
            var after = before;
            for (int edit = 0; edit < EDITS; edit++) {
                after = policies.edited(edit % 3 == 0 ? before : after);
                // When
                var difference = Difference.between(before.document(), after.document());
                // Then
                assertThat(difference.isEmpty())
                        .as("%s%n%s", before.canonicalJson(), after.canonicalJson())
                        .isEqualTo(before.hash().equals(after.hash()));
                assertThat(difference.changes()).doesNotHaveDuplicates();
                altered += difference.isEmpty() ? 0 : 1;
            }
        }
        // Edits that leave everything as it was would show nothing.
        assertThat(altered).isGreaterThan(DOCUMENTS * EDITS / 2);
    }

    @Test
    void widensWhereTheWayBackNarrows() {
        for (int document = 0; document < DOCUMENTS; document++) {
            // Given
            var before = policies.next();
            var after = policies.edited(policies.edited(before));
            // When
            var there = Difference.between(before.document(), after.document());
            var back = Difference.between(after.document(), before.document());
            // Then
            assertThat(whom(there.widening()))
                    .as("%s%n%s", before.canonicalJson(), after.canonicalJson())
                    .isEqualTo(whom(back.narrowing()));
            assertThat(whom(there.narrowing())).isEqualTo(whom(back.widening()));
        }
    }

    @Test
    void namesWhoeverIsReleasedMore() {
        int more = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            // Given
            var before = policies.next();
            var after = policies.edited(policies.edited(before));
            var earlier = released(before);
            // When
            var widening =
                    Difference.between(before.document(), after.document()).widening();
            // Then
            for (var held : released(after).entrySet()) {
                if (earlier.getOrDefault(held.getKey(), Set.of()).containsAll(held.getValue())) {
                    continue;
                }
                assertThat(widening)
                        .as("%s%n%s", before.canonicalJson(), after.canonicalJson())
                        .anyMatch(change ->
                                change.agency().stream().anyMatch(held.getKey().agency()::equals)
                                        && change.purpose().stream()
                                                .anyMatch(held.getKey().purpose()::equals));
                more++;
            }
        }
        // Edits that release nothing more would show nothing.
        assertThat(more).isGreaterThan(DOCUMENTS / 20);
    }

    private static Set<Object> whom(List<Change> changes) {
        return changes.stream()
                .map(change -> List.of(change.agency(), change.purpose()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Held, Set<Field>> released(Policy policy) {
        var all = policy.document().purposes().stream().map(Purpose::id).collect(Collectors.toUnmodifiableSet());
        return policy.document().agencies().stream()
                .flatMap(agency -> policy.entitlements(new Asker(agency.id(), all), purpose -> Standing.CLEAR).stream()
                        .map(entitlement ->
                                Map.entry(new Held(agency.id(), entitlement.purpose()), released(entitlement))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<Field> released(Entitlement entitlement) {
        return entitlement.treatments().entrySet().stream()
                .filter(treatment -> treatment.getValue() instanceof FieldTreatment.Release)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Held(AgencyId agency, PurposeId purpose) {}
}
