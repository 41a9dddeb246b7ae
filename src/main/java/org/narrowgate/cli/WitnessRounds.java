package org.narrowgate.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.verification.Cosigning;
import org.narrowgate.ledger.verification.HttpLog;
import org.narrowgate.ledger.verification.LogUnreachableException;
import org.narrowgate.ledger.verification.Verdict;
import org.narrowgate.ledger.verification.Witness;

/** A witness at work: cosigns what holds, and hands it in. */
final class WitnessRounds {
    private static final int KEPT = 204;

    private final Witness witness;
    private final Optional<HttpLog> place;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param place where cosignatures are handed in; empty for a mirror, whose log takes none */
    WitnessRounds(Witness witness, Optional<HttpLog> place, PrintWriter out, PrintWriter err) {
        this.witness = witness;
        this.place = place;
        this.out = out;
        this.err = err;
    }

    /** The exit code that a witness's part comes to, after everything was found to hold. */
    int cosign(Verdict.Holds holds) {
        return switch (witness.cosign(holds)) {
            case Cosigning.Refused(var finding) -> new VerdictOnTerminal(out).broken(finding);
            case Cosigning.Cosigned(var note) ->
                place.map(log -> handIn(log, note)).orElse(VerifyLogCommand.HOLDS);
        };
    }

    private int handIn(HttpLog log, SignedNote note) {
        try {
            int status = log.handIn(note);
            return status == KEPT ? kept() : notKept(reason(status));
        } catch (LogUnreachableException e) {
            return notKept(e.getMessage());
        }
    }

    private int kept() {
        out.println("verify-log: cosigned, and handed in");
        out.flush();
        return VerifyLogCommand.HOLDS;
    }

    private int notKept(@Nullable String why) {
        err.println("verify-log: cosigned, kept in the state, and not handed in: " + why);
        err.flush();
        return VerifyLogCommand.COULD_NOT_LOOK;
    }

    private static String reason(int status) {
        return switch (status) {
            case 403 -> "the log does not know this witness: give its operator the public key";
            case 404 -> "the log does not know this checkpoint";
            case 422 -> "the log finds the cosignature not valid";
            default -> "the log answered " + status;
        };
    }
}
