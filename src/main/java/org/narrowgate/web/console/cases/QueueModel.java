package org.narrowgate.web.console.cases;

import java.util.List;

/**
 * The queue as its page shows it. Texts are empty where there is nothing to say.
 *
 * @param overdue how many of all open requests are past their day
 * @param incidents how many incidents are open
 * @param embargoes those that wait for a caseworker, or whose review falls due
 * @param here leads back to this part of the queue
 */
public record QueueModel(
        String notice,
        String summary,
        long overdue,
        long incidents,
        List<Reminded> reminders,
        List<Reminded> embargoes,
        List<Choice> filters,
        List<Row> rows,
        String empty,
        Paging paging,
        String here) {
    public QueueModel {
        reminders = List.copyOf(reminders);
        embargoes = List.copyOf(embargoes);
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    /** A request that staff were reminded of. */
    public record Reminded(String id, String caseReference, String words) {}

    /** One thing to narrow the queue by. */
    public record Choice(String name, String label, List<Option> options) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** @param chosen an attribute, or nothing */
    public record Option(String value, String words, String chosen) {}

    /** One request of the queue. */
    public record Row(
            String id,
            String caseReference,
            String agency,
            String purpose,
            String ground,
            Sign deadline,
            String due,
            String age,
            List<Sign> priority,
            String progress,
            ClaimModel claim) {
        public Row {
            priority = List.copyOf(priority);
        }

        public boolean isOverdue() {
            return deadline.look().equals("bad");
        }
    }

    /** Addresses of the pages before and after; empty where there are none. */
    public record Paging(String words, String before, String after) {}
}
