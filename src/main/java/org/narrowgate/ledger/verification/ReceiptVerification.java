package org.narrowgate.ledger.verification;

import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.tree.MerkleTree;

/** Looks whether a receipt is true: by what it brings along, and where the log is there, by the log as it is now. */
public final class ReceiptVerification {
    private final List<VerifyingKey> given;
    private final Optional<StateFolder> state;

    /** @param given keys to believe and no others; where there are none, those of {@code state}, else of first use */
    public ReceiptVerification(List<VerifyingKey> given, Optional<StateFolder> state) {
        this.given = List.copyOf(given);
        this.state = state;
    }

    /** By what the receipt brings along; throws {@link LogUnreachableException} where no key is known. */
    public ReceiptVerdict verify(Receipt receipt) {
        var keys = given.isEmpty() ? state.map(StateFolder::keys).orElse(List.of()) : given;
        try {
            return verify(receipt, new TrustedKeys(keys, Verdict.FirstUse.KNOWN_BEFORE));
        } catch (BrokenLogException e) {
            return new ReceiptVerdict.Broken(e.finding());
        }
    }

    /** And by the log: that the receipt's checkpoint is one of its past, and the entry still in it. */
    public ReceiptVerdict verify(Receipt receipt, LogSource log) {
        try {
            var keys = TrustedKeys.find(given, state, log);
            var now = SignedCheckpoint.newest(log, keys).checkpoint();
            state.flatMap(StateFolder::checkpoint)
                    .map(note -> Checkpoint.parse(note.text()))
                    .ifPresent(before -> checkGrew(log, before, now, "the checkpoint of last time"));
            return verify(receipt, keys, log, now);
        } catch (BrokenLogException e) {
            return new ReceiptVerdict.Broken(e.finding());
        }
    }

    private ReceiptVerdict verify(Receipt receipt, TrustedKeys keys) {
        checkLeaf(receipt);
        if (receipt.inclusion().isEmpty()) {
            return new ReceiptVerdict.NotYetInTheLog();
        }
        if (keys.keys().isEmpty()) {
            throw new LogUnreachableException("no key of the log is known: give one with --key");
        }
        return new ReceiptVerdict.InTheLog(
                checkInclusion(receipt, receipt.inclusion().get(), keys), keys.firstUse());
    }

    private ReceiptVerdict verify(Receipt receipt, TrustedKeys keys, LogSource log, Checkpoint now) {
        checkLeaf(receipt);
        receipt.inclusion()
                .ifPresent(inclusion ->
                        checkGrew(log, checkInclusion(receipt, inclusion, keys), now, "the receipt's checkpoint"));
        if (receipt.entry() >= now.size()) {
            return new ReceiptVerdict.NotYetInTheLog();
        }
        var tree = new MerkleTree(new ServedTiles(log, now.size()));
        if (!tree.inclusion(receipt.entry(), now.size()).proves(receipt.leafHash(), now.root())) {
            throw BrokenLogException.entry(receipt.entry(), "is not in the log as the receipt has it");
        }
        return new ReceiptVerdict.InTheLog(now, keys.firstUse());
    }

    private static void checkLeaf(Receipt receipt) {
        if (!receipt.opened().equals(receipt.leafHash())) {
            throw BrokenLogException.entry(receipt.entry(), "the receipt's circumstances do not hash to its leaf");
        }
    }

    private static Checkpoint checkInclusion(Receipt receipt, Receipt.Inclusion inclusion, TrustedKeys keys) {
        var checkpoint = SignedCheckpoint.check(inclusion.checkpoint(), keys.keys(), "the receipt's checkpoint")
                .checkpoint();
        if (checkpoint.size() != inclusion.proof().size()
                || !inclusion.proof().proves(receipt.leafHash(), checkpoint.root())) {
            throw BrokenLogException.entry(
                    receipt.entry(), "the receipt's proof does not lead to the root of its checkpoint");
        }
        return checkpoint;
    }

    private static void checkGrew(LogSource log, Checkpoint before, Checkpoint now, String whose) {
        if (!before.origin().equals(now.origin())) {
            throw new BrokenLogException(
                    "checkpoint: is of the log " + now.origin() + ", " + whose + " of " + before.origin());
        }
        if (before.size() > now.size()) {
            throw new BrokenLogException("checkpoint: has " + now.size() + " entries, fewer than the " + before.size()
                    + " of " + whose + ": the log was rolled back or truncated");
        }
        var proof = new MerkleTree(new ServedTiles(log, now.size())).consistency(before.size(), now.size());
        if (!proof.proves(before.root(), now.root())) {
            throw BrokenLogException.entries(
                    0, before.size() - 1, "are not those of " + whose + ": the log was rewritten or forked");
        }
    }
}
