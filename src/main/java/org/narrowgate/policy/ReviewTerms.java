package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How caseworkers handle a purpose's requests, and how long what was asked is kept afterwards.
 *
 * @param reminderWorkingDays the ages, in working days and ascending, at which staff are reminded of an open request
 * @param erasureDays calendar days after which the subject's details in a closed request are erased
 */
public record ReviewTerms(
        SecondCaseworker secondCaseworker,
        AwaitedInformation whileInformationIsAwaited,
        List<Integer> reminderWorkingDays,
        int erasureDays) {
    /** What holds where no document says otherwise. */
    public static final ReviewTerms DEFAULT =
            new ReviewTerms(SecondCaseworker.NOT_REQUIRED, AwaitedInformation.CLOCK_STOPS, List.of(10, 15, 19), 365);

    public ReviewTerms {
        requireNonNull(secondCaseworker);
        requireNonNull(whileInformationIsAwaited);
        reminderWorkingDays = List.copyOf(reminderWorkingDays);
    }

    /** Whether every approval needs a second caseworker; one of exceptional priority does in any case. */
    public enum SecondCaseworker {
        REQUIRED,
        NOT_REQUIRED
    }

    /** What becomes of the day an answer is due while the agency owes one to a caseworker's question. */
    public enum AwaitedInformation {
        CLOCK_STOPS,
        CLOCK_RUNS
    }
}
