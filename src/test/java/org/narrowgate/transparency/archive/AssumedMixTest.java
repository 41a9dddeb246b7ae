package org.narrowgate.transparency.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.HistoricPolicy;
import org.narrowgate.policy.OffenceStage;

class AssumedMixTest {
    private final AssumedMix mix = AssumedMix.assumed();

    @Test
    void givesSharesOfAThousand() {
        assertThat(mix.groups()).hasSize(3).allSatisfy(group -> {
            assertThat(sum(group.cases())).isEqualTo(1_000);
            assertThat(sum(group.countersignedBy())).isEqualTo(1_000);
        });
        assertThat(sum(mix.shortcomings())).isEqualTo(1_000);
        assertThat(sum(mix.namedBy())).isEqualTo(1_000);
    }

    @Test
    void assumesSomethingOfEveryGroupThatWasPublishedThroughAnAgencyOfThatGroup() {
        // Given
        var agencies = HistoricPolicy.of2016().document().agencies();
        // When, Then
        assertThat(PublishedTotals.of2016())
                .allSatisfy(totals -> assertThat(agencies)
                        .filteredOn(agency ->
                                agency.id().equals(mix.of(totals.group()).agency()))
                        .singleElement()
                        .satisfies(agency -> assertThat(agency.group()).isEqualTo(totals.group())));
    }

    @Test
    void assumesNothingOfAGroupOfWhichNothingWasPublished() {
        assertThatThrownBy(() -> mix.of(AgencyGroup.HM_CORONER)).hasMessage("nothing is assumed of HM Coroner");
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,10,4,3,3", "560,440,0,100,56,44,0", "1,0,0,7,7,0,0", "1,2,3,0,0,0,0"})
    void dealsSharesExactlyToTheNearestWholeThing(
            int first, int second, int third, int count, int firsts, int seconds, int thirds) {
        // Given
        var choices = List.of(new Weighted<>(first, "a"), new Weighted<>(second, "b"), new Weighted<>(third, "c"));
        // When
        var dealt = Weighted.deal(choices, count, new SplittableRandom(1));
        // Then
        assertThat(dealt).hasSize(count);
        assertThat(List.of(
                        Collections.frequency(dealt, "a"),
                        Collections.frequency(dealt, "b"),
                        Collections.frequency(dealt, "c")))
                .containsExactly(firsts, seconds, thirds);
    }

    @Test
    void dealsNothingThatHasNoWeight() {
        assertThatThrownBy(() -> Weighted.deal(List.of(new Weighted<>(0, "a")), 1, new SplittableRandom(1)))
                .hasMessage("nothing has any weight");
    }

    @Test
    void statesNoSentenceThatNoCourtCanHaveImposed() {
        assertThatThrownBy(() -> new Stated.Convicted(List.of("common-assault"), 1, 7))
                .hasMessage("no court can have imposed that");
        assertThatThrownBy(() -> new Stated.Suspected(List.of("murder"), OffenceStage.CONVICTED))
                .hasMessage("a conviction has a sentence");
    }

    private static int sum(List<? extends Weighted<?>> shares) {
        return shares.stream().mapToInt(Weighted::weight).sum();
    }
}
