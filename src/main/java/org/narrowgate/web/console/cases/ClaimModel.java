package org.narrowgate.web.console.cases;

import java.util.Optional;
import org.narrowgate.casework.review.Claim;

/**
 * Who is at work on a request, for one reader.
 *
 * @param words empty where nobody is
 */
public record ClaimModel(Holder holder, String words) {
    /** Whose it is. */
    public enum Holder {
        NOBODY,
        READER,
        COLLEAGUE
    }

    static ClaimModel of(Optional<Claim> claim, String staffId) {
        return claim.map(held -> new ClaimModel(
                        held.by().equals(staffId) ? Holder.READER : Holder.COLLEAGUE, TimeWords.claim(held, staffId)))
                .orElseGet(() -> new ClaimModel(Holder.NOBODY, ""));
    }

    public boolean isMine() {
        return holder == Holder.READER;
    }

    public boolean isFree() {
        return holder == Holder.NOBODY;
    }

    public boolean isTaken() {
        return holder == Holder.COLLEAGUE;
    }
}
