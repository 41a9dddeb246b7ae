package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;

/**
 * The register of one month of receipt.
 *
 * @param rows counts of requests; what is absent is 0
 * @param reasons of the rejected of all groups
 * @param times of the decided of all groups: rejected, traced and not traced
 */
public record Figures(
        YearMonth month,
        Map<AgencyGroup, Map<Row, Long>> rows,
        Map<RefusalReason, Long> reasons,
        Map<DecisionTime, Long> times) {
    public Figures {
        requireNonNull(month);
        var copies = new EnumMap<AgencyGroup, Map<Row, Long>>(AgencyGroup.class);
        rows.forEach((group, counts) -> copies.put(group, Map.copyOf(counts)));
        rows = Map.copyOf(copies);
        reasons = Map.copyOf(reasons);
        times = Map.copyOf(times);
    }

    public long count(Row row, Column column) {
        return switch (column) {
            case Column.Group(var group) -> rows.getOrDefault(group, Map.of()).getOrDefault(row, 0L);
            case Column.Total() ->
                rows.values().stream()
                        .mapToLong(counts -> counts.getOrDefault(row, 0L))
                        .sum();
        };
    }

    /** Requests received: the sum of the rows. */
    public long received(Column column) {
        var received = 0L;
        for (var row : Row.values()) {
            received += count(row, column);
        }
        return received;
    }

    public long rejections(RefusalReason reason) {
        return reasons.getOrDefault(reason, 0L);
    }

    public long decided(DecisionTime time) {
        return times.getOrDefault(time, 0L);
    }
}
