package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import org.narrowgate.policy.RefusalReason;

/** One number that is published of a month, or hidden. */
public sealed interface Quantity {
    /** Requests of a column in a row. */
    record Count(Row row, Column column) implements Quantity {
        public Count {
            requireNonNull(row);
            requireNonNull(column);
        }
    }

    /** Requests of a column, whatever became of them. */
    record Received(Column column) implements Quantity {
        public Received {
            requireNonNull(column);
        }
    }

    /** Of the rejected, those for one reason. */
    record Rejections(RefusalReason reason) implements Quantity {
        public Rejections {
            requireNonNull(reason);
        }
    }

    /** Of the decided, those within one time. */
    record Decided(DecisionTime time) implements Quantity {
        public Decided {
            requireNonNull(time);
        }
    }
}
