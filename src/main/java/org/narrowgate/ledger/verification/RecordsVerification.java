package org.narrowgate.ledger.verification;

import java.util.function.LongConsumer;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;

/** Looks whether the log's records are what its leaves, its tree and its last checkpoint say. */
public final class RecordsVerification {
    private final KeptLog log;

    public RecordsVerification(KeptLog log) {
        this.log = log;
    }

    /**
     * One pass over all records, to the first that does not hold. Memory grows with what is erased between an entry and
     * its erasure, not with the log.
     *
     * @param progress told how many entries were looked at
     * @throws LogUnreachableException where the records cannot be read
     */
    public RecordsVerdict verify(LongConsumer progress) {
        try {
            return look(progress);
        } catch (BrokenLogException e) {
            return new RecordsVerdict.Broken(e.finding());
        }
    }

    private RecordsVerdict look(LongConsumer progress) {
        var checkpoint = log.lastCheckpoint().map(RecordsVerification::checkpoint);
        long covered = checkpoint.map(Checkpoint::size).orElse(0L);
        var tree = new KeptTree(log, checkpoint);
        var erasures = new NamedErasures();
        log.forEach(entry -> {
            if (entry.index() != tree.size()) {
                throw new BrokenLogException("entry " + tree.size() + ": is missing, the next one is " + entry.index());
            }
            KeptParts.check(entry);
            erasures.look(entry);
            tree.append(Hash.of(entry.leafHash()));
            progress.accept(tree.size());
        });
        tree.finish();
        return new RecordsVerdict.Holds(tree.size(), covered, erasures.finish());
    }

    private static Checkpoint checkpoint(String note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (MalformedNoteException e) {
            throw new BrokenLogException("the last checkpoint is no signed checkpoint");
        }
    }
}
