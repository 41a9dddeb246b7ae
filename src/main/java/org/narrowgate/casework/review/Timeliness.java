package org.narrowgate.casework.review;

import java.time.LocalDate;

/** Where an open request stands against its day. Days are working days. */
public sealed interface Timeliness {
    /** @param left 0 on the day it is due, less once that has passed */
    record Running(int age, int left, LocalDate dueBy) implements Timeliness {
        public boolean isOverdue() {
            return left < 0;
        }
    }

    /** @param left when the agency has answered, at the earliest */
    record Stopped(int age, int left) implements Timeliness {}

    record Over() implements Timeliness {}
}
