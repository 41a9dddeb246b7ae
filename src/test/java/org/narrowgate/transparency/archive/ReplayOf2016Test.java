package org.narrowgate.transparency.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.AgencyGroup.HOME_OFFICE;
import static org.narrowgate.policy.RefusalReason.BELOW_SERIOUS_CRIMINALITY;
import static org.narrowgate.policy.RefusalReason.GROUND_MISSING;
import static org.narrowgate.policy.RefusalReason.OFFENCE_EXCLUDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.HistoricPolicy;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.Standing;
import org.narrowgate.transparency.archive.AssumedMix.Case;
import org.narrowgate.transparency.archive.AssumedMix.GroupMix;

/** What the archive is for: the same requests decided as they were, and as they would be. */
class ReplayOf2016Test {
    private static final LocalDate NARROWED = LocalDate.of(2018, 5, 9);
    private static final Set<RefusalReason> EXCLUDING =
            Set.of(GROUND_MISSING, OFFENCE_EXCLUDED, BELOW_SERIOUS_CRIMINALITY);

    private final HistoricPolicy historic = HistoricPolicy.of2016();
    private final Policy shipped = Policy.shipped();

    @ParameterizedTest
    @ValueSource(longs = {2016, 1})
    void thePracticeOf2016RefusesWhatWasRejectedForThatVeryReasonAndNothingElse(long seed) {
        assertThat(new SyntheticYear(AssumedMix.assumed(), seed).requests())
                .allSatisfy(request -> assertThat(refusal(
                                historic.decide(request.asker(), request.facts(), Standing.CLEAR, request.day())))
                        .isEqualTo(rejection(request.fate())));
    }

    @ParameterizedTest
    @ValueSource(longs = {2016, 1, 2, 3})
    void theNarrowingOf2018ExcludesMoreThanNinetyInAHundredOfTheHomeOfficesRequests(long seed) {
        assertThat(excludedShare(AssumedMix.assumed(), seed)).isBetween(0.94, 0.96);
    }

    @Test
    void theShareExcludedFollowsTheMix() {
        // Given
        var onlyMurderers = onlyHomeOfficeCasesOf(new Stated.Convicted(List.of("murder"), 120, 240));
        var halfOfThem = onlyHomeOfficeCasesOf(new Stated.Convicted(List.of("murder"), 120, 240), new Stated.Nothing());
        // When, Then
        assertThat(excludedShare(onlyMurderers, 2016)).isZero();
        assertThat(excludedShare(halfOfThem, 2016)).isBetween(0.499, 0.501);
    }

    private double excludedShare(AssumedMix mix, long seed) {
        var requests = new SyntheticYear(mix, seed)
                .requests().stream()
                        .filter(request -> request.group() == HOME_OFFICE)
                        .toList();
        long excluded = requests.stream()
                .map(request -> shipped.decide(request.asker(), request.facts(), Standing.CLEAR, NARROWED))
                .flatMap(decision -> refusal(decision).stream())
                .filter(EXCLUDING::contains)
                .count();
        assertThat(requests).hasSize(8_127);
        return (double) excluded / requests.size();
    }

    private static AssumedMix onlyHomeOfficeCasesOf(Stated... stated) {
        var purpose = new PurposeId("immigration-tracing");
        var cases = Stream.of(stated)
                .map(each -> new Weighted<>(1, new Case(purpose, each)))
                .toList();
        var signed = List.of(new Weighted<>(1, Optional.of("inspector")));
        return AssumedMix.assumed().with(new GroupMix(HOME_OFFICE, new AgencyId("home-office"), cases, signed));
    }

    private static Optional<RefusalReason> refusal(Decision decision) {
        return decision instanceof Decision.Refuse refuse ? Optional.of(refuse.reason()) : Optional.empty();
    }

    private static Optional<RefusalReason> rejection(Fate fate) {
        return fate instanceof Fate.Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty();
    }
}
