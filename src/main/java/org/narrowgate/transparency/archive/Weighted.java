package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One of several things, and its weight among them. */
public record Weighted<T>(int weight, T what) {
    public Weighted {
        requireNonNull(what);
        if (weight < 0) {
            throw new IllegalArgumentException("a weight is not negative");
        }
    }

    /**
     * So many things, each as often as its weight says, in an order made by chance. Shares are kept exactly, to the
     * nearest whole thing, so that what depends on them does not depend on luck.
     */
    static <T> List<T> deal(List<Weighted<T>> choices, int count, RandomGenerator random) {
        int[] counts = apportion(choices.stream().mapToInt(Weighted::weight).toArray(), count);
        var dealt = new ArrayList<T>(count);
        for (int index = 0; index < counts.length; index++) {
            dealt.addAll(Collections.nCopies(counts[index], choices.get(index).what()));
        }
        Collections.shuffle(dealt, random);
        return dealt;
    }

    /** Whole numbers that add up to the count, in proportion to the weights by the method of largest remainders. */
    private static int[] apportion(int[] weights, int count) {
        long sum = IntStream.of(weights).asLongStream().sum();
        if (sum == 0) {
            throw new IllegalArgumentException("nothing has any weight");
        }
        int[] counts = IntStream.of(weights)
                .map(weight -> (int) (((long) count * weight) / sum))
                .toArray();
        int left = count - IntStream.of(counts).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer index) -> -(((long) count * weights[index]) % sum)))
                .limit(left)
                .forEach(index -> counts[index]++);
        return counts;
    }
}
