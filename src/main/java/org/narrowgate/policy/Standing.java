package org.narrowgate.policy;

/**
 * How an agency stands with a purpose at the moment it asks.
 *
 * @param usedToday requests not refused so far today (in London)
 * @param usedThisMonth requests not refused so far this calendar month (in London)
 * @param overdueDestructions disclosures past their destruction date and not attested
 */
public record Standing(int usedToday, int usedThisMonth, int overdueDestructions) {
    public static final Standing CLEAR = new Standing(0, 0, 0);
}
