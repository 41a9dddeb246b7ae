package org.narrowgate.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 7, 8, 9, 100})
    void everyMomentIsWhereCountingOneByOneWouldPutIt(long size) {
        // Given
        var moments = LongStream.rangeClosed(-3, 2 * size + 3)
                .mapToObj(START::plusSeconds)
                .toList();
        // When
        var firsts = Moments.firstSince(moments, size, MomentsTest::times);
        // Then
        assertThat(firsts)
                .isEqualTo(moments.stream()
                        .map(moment -> LongStream.range(0, size)
                                .filter(index -> !at(index).isBefore(moment))
                                .findFirst()
                                .orElse(size))
                        .toList());
    }

    @Test
    void amongEntriesOfOneBatchTheFirstIsFound() {
        // When
        var firsts = Moments.firstSince(List.of(START), 1_000, indices -> {
            var times = new HashMap<Long, Instant>();
            indices.forEach(index -> times.put(index, index < 400 ? START.minusSeconds(1) : START));
            return times;
        });
        // Then
        assertThat(firsts).containsExactly(400L);
    }

    @Test
    void tenMillionEntriesAreHalvedTwentyFourTimesForAnyNumberOfMoments() {
        // Given
        var asked = new ArrayList<Integer>();
        var moments = LongStream.range(0, 50)
                .mapToObj(number -> START.plusSeconds(number * 400_000))
                .toList();
        // When
        Moments.firstSince(moments, 10_000_000, indices -> {
            asked.add(indices.size());
            return times(indices);
        });
        // Then
        assertThat(asked).hasSizeLessThanOrEqualTo(24).allMatch(size -> size <= 50);
    }

    /** Two seconds between entries. */
    private static Instant at(long index) {
        return START.plusSeconds(2 * index);
    }

    private static Map<Long, Instant> times(Collection<Long> indices) {
        var times = new HashMap<Long, Instant>();
        indices.forEach(index -> times.put(index, at(index)));
        return times;
    }
}
