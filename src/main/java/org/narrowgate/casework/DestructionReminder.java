package org.narrowgate.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What an agency is told of the destruction it owes: sentences it can act on. */
public final class DestructionReminder {
    private static final int NOTICE_DAYS = 14;

    private DestructionReminder() {}

    /** About one request, as long as its disclosure is not attested as destroyed. */
    public static String of(LocalDate destroyBy, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, destroyBy);
        if (left < 0) {
            return "What was disclosed was to be destroyed by " + destroyBy
                    + ": destroy it and attest it; until then new" + " requests for this purpose are refused.";
        }
        return "Destroy what was disclosed by " + destroyBy + " and attest it: " + inWords(left) + ".";
    }

    /** About all of a purpose; nothing while the next day is far. */
    static Optional<String> of(Destructions destructions, LocalDate today) {
        if (destructions.overdue() > 0) {
            return Optional.of("Of " + disclosures(destructions.due()) + " to be destroyed, " + destructions.overdue()
                    + (destructions.overdue() == 1 ? " is" : " are")
                    + " past the day: destroy and attest; until then new requests for this purpose are refused.");
        }
        return destructions
                .first()
                .filter(day -> !today.plusDays(NOTICE_DAYS).isBefore(day))
                .map(day ->
                        "Of " + disclosures(destructions.due()) + " to be destroyed, the next is to be destroyed by "
                                + day + " and attested: " + inWords(ChronoUnit.DAYS.between(today, day)) + ".");
    }

    private static String inWords(long daysLeft) {
        if (daysLeft == 0) {
            return "today is the last day";
        }
        return daysLeft == 1 ? "1 day left" : daysLeft + " days left";
    }

    private static String disclosures(int count) {
        return count == 1 ? "1 disclosure" : count + " disclosures";
    }
}
