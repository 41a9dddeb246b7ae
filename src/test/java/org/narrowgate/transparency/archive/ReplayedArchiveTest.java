package org.narrowgate.transparency.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.Replay;
import org.narrowgate.governance.replay.ReplayRequests;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayResult.Dimension;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.governance.replay.Rulebook;
import org.narrowgate.governance.replay.Verdict;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.RefusalReason;

/** The archive as policy authors replay it: the practice of 2016 against the policy that ships. */
class ReplayedArchiveTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ReplayArchiveService archive = new ReplayArchiveService(Optional::empty, reader -> {});

    @Test
    void theShippedPolicyRefusesMostOfWhatThePracticeOf2016LetThrough() {
        // When
        var result = replayed(archive.asAssumed());
        // Then
        assertThat(result.all().requests()).isEqualTo(11_169);
        assertThat(result.all().before(Verdict.REFUSED)).isEqualTo(119);
        assertThat(result.all().before(Verdict.PERMITTED)).isEqualTo(11_050);
        var homeOffice = line(result, Dimension.AGENCY, "home-office");
        assertThat(homeOffice.requests()).isEqualTo(8_127);
        assertThat(excluded(homeOffice) / 8_127.0).isBetween(0.94, 0.96);
    }

    @Test
    void whatWasRejectedIsWhatThePracticeRefusesAndWhatWasTracedIsNot() {
        // When
        var result = replayed(archive.asAssumed());
        // Then
        assertThat(lines(result, Dimension.ACTUAL))
                .extracting(Line::key, line -> line.before(Verdict.REFUSED), line -> line.before(Verdict.PERMITTED))
                .containsExactlyInAnyOrder(
                        tuple("refused", 119L, 0L),
                        tuple("traced", 0L, 5_854L + 73 + 574),
                        tuple("not-traced", 0L, 1_583L),
                        tuple("unexplained", 0L, 571L + 266 + 2_129));
    }

    @Test
    void printsTheMixAndTheCautionBesideTheFigures() {
        // When
        var result = replayed(archive.asAssumed());
        // Then
        assertThat(result.caution()).contains(AssumedMix.CAUTION);
        assertThat(result.source()).isEqualTo("Requests received in 2016, January to November (synthetic)");
        assertThat(result.mix()).isEqualTo(archive.assumedMix());
        assertThat(result.mix()).hasSize(10).contains(new CaseShare("overstaying", "Overstaying alone", 560));
        assertThat(result.mix().stream().mapToInt(CaseShare::weight).sum()).isEqualTo(1_000);
    }

    @Test
    void theMixAssumedIsTheArchivesOwn() {
        assertThat(requests(archive.varied(archive.assumedMix()))).isEqualTo(requests(archive.asAssumed()));
    }

    @Test
    void theShareExcludedFollowsTheMixWhateverItsWeightsAddUpTo() {
        // Given
        var half = List.of(share("no-ground", 3), share("missing-vulnerable-person", 3));
        var none = List.of(share("missing-vulnerable-person", 1), share("overstaying", 0));
        // When
        var ofHalf = line(replayed(archive.varied(half)), Dimension.AGENCY, "home-office");
        var ofNone = line(replayed(archive.varied(none)), Dimension.AGENCY, "home-office");
        // Then
        assertThat(excluded(ofHalf) / 8_127.0).isBetween(0.499, 0.501);
        assertThat(excluded(ofNone)).isZero();
    }

    @Test
    void aMixThatCannotBeMeantIsNone() {
        assertThatThrownBy(() -> archive.varied(List.of(share("tourism", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`tourism` is no kind of case");
        assertThatThrownBy(() -> archive.varied(List.of(share("overstaying", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing has any weight");
        assertThatThrownBy(() -> archive.varied(List.of(share("overstaying", 1), share("overstaying", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a kind of case is named twice");
    }

    private static ReplayResult replayed(ReplayRequests requests) {
        var replay = new Replay(
                Rulebook.practiceOf2016(),
                Rulebook.of("the policy in force", Policy.shipped(), TODAY),
                requests.limits());
        requests.forEach(replay::add);
        return replay.result(requests, requests.erased());
    }

    private static List<Object> requests(ReplayRequests requests) {
        var all = new ArrayList<Object>();
        requests.forEach(all::add);
        assertThat(all).hasSize((int) requests.count());
        return all;
    }

    private static CaseShare share(String kind, int weight) {
        return new CaseShare(kind, kind, weight);
    }

    private static long excluded(Line line) {
        return line.reasonsAfter().entrySet().stream()
                .filter(entry -> List.of(
                                RefusalReason.GROUND_MISSING,
                                RefusalReason.OFFENCE_EXCLUDED,
                                RefusalReason.BELOW_SERIOUS_CRIMINALITY)
                        .contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Line line(ReplayResult result, Dimension dimension, String key) {
        return lines(result, dimension).stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(ReplayResult result, Dimension dimension) {
        return result.breakdowns().stream()
                .filter(breakdown -> breakdown.dimension() == dimension)
                .flatMap(breakdown -> breakdown.lines().stream())
                .toList();
    }
}
