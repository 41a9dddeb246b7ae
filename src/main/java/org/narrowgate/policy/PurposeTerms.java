package org.narrowgate.policy;

import java.util.OptionalInt;

/**
 * The terms a purpose's requests are answered on.
 *
 * @param responseWorkingDays how long an answer may take
 * @param exceptionalWorkingDays the same where exceptional priority is accepted
 * @param retentionDays how long the agency may keep what it was given
 * @param readableDays how long an outcome can be read again
 * @param readings how often an outcome can be read again
 * @param dailyLimit requests a day (in London) that are not refused; empty for no limit
 * @param monthlyLimit the same for a calendar month
 * @param review how caseworkers handle them
 */
public record PurposeTerms(
        Deceased deceased,
        int responseWorkingDays,
        int exceptionalWorkingDays,
        int retentionDays,
        int readableDays,
        int readings,
        OptionalInt dailyLimit,
        OptionalInt monthlyLimit,
        ReviewTerms review) {
    /** Whether people known to have died can be traced. */
    public enum Deceased {
        INCLUDED,
        EXCLUDED
    }
}
