package org.narrowgate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.narrowgate.ledger.verification.Receipt;
import org.narrowgate.ledger.verification.ReceiptVerdict;
import org.narrowgate.ledger.verification.RecordsVerdict;
import org.narrowgate.ledger.verification.Verdict;

/** Says in one line what came of looking at a log, and as an exit code. */
final class VerdictOnTerminal {
    private final PrintWriter out;

    VerdictOnTerminal(PrintWriter out) {
        this.out = out;
    }

    int say(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds holds -> say(holds);
            case Verdict.Broken(var finding) -> broken(finding);
        };
    }

    int say(RecordsVerdict verdict) {
        return switch (verdict) {
            case RecordsVerdict.Holds holds ->
                holds(String.format(
                                Locale.ROOT,
                                "holds: %,d entries, %,d of them covered by the last checkpoint",
                                holds.entries(),
                                holds.covered())
                        + erased(holds));
            case RecordsVerdict.Broken(var finding) -> broken(finding);
        };
    }

    private static String erased(RecordsVerdict.Holds holds) {
        return holds.erased().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(gone -> String.format(
                        Locale.ROOT,
                        "; %,d erased, not tampered with (%s)",
                        gone.getValue(),
                        gone.getKey().word()))
                .collect(Collectors.joining());
    }

    int say(ReceiptVerdict verdict, Receipt receipt) {
        return switch (verdict) {
            case ReceiptVerdict.InTheLog(var checkpoint, var firstUse) ->
                holds(String.format(
                        Locale.ROOT,
                        "holds: entry %d says what the receipt says, among %,d entries of %s%s",
                        receipt.entry(),
                        checkpoint.size(),
                        checkpoint.origin(),
                        onItsWord(firstUse)));
            case ReceiptVerdict.NotYetInTheLog() -> {
                // Nothing is wrong with it, and nothing shows that it is in the log.
                line("could not look: entry " + receipt.entry() + " is not yet in a checkpoint; its circumstances hash"
                        + " to its leaf; ask for the receipt again");
                yield VerifyLogCommand.COULD_NOT_LOOK;
            }
            case ReceiptVerdict.Broken(var finding) -> broken(finding);
        };
    }

    int broken(String finding) {
        line(finding);
        return VerifyLogCommand.BROKEN;
    }

    private int say(Verdict.Holds holds) {
        var checkpoint = holds.checkpoint();
        var before = holds.before()
                .map(then -> String.format(Locale.ROOT, ", grown from the %,d of last time", then.size()))
                .orElse("");
        holds(String.format(
                Locale.ROOT,
                "holds: %,d entries of %s, root %s%s%s",
                checkpoint.size(),
                checkpoint.origin(),
                checkpoint.root(),
                before,
                onItsWord(holds.firstUse())));
        if (holds.firstUse() == Verdict.FirstUse.TRUSTED_ON_FIRST_USE) {
            holds.keys().forEach(key -> line("believed key: " + key.text()));
        }
        holds.learned().forEach(key -> line("new key, signed for by a known one: " + key.text()));
        return VerifyLogCommand.HOLDS;
    }

    private int holds(String sentence) {
        line(sentence);
        return VerifyLogCommand.HOLDS;
    }

    private void line(String sentence) {
        out.println("verify-log: " + sentence);
        out.flush();
    }

    private static String onItsWord(Verdict.FirstUse firstUse) {
        return switch (firstUse) {
            case KNOWN_BEFORE -> "";
            case TRUSTED_ON_FIRST_USE -> " (its key believed because the log names it)";
        };
    }
}
