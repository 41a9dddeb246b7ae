package org.narrowgate.ledger.verification;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * Looks at everything that a log publishes: that each entry is what its leaf stands for, that the leaves make the
 * tree, that the tree is the one the log signed, and that it grew out of the one that was seen last time.
 */
public final class LogVerification {
    private final LogSource log;
    private final List<VerifyingKey> given;
    private final WitnessesNeeded witnesses;
    private final Optional<StateFolder> state;

    /**
     * @param given keys to believe and no others; where there are none, those of last time, else those of first use
     * @param state what was seen last time, replaced once everything has been found to hold
     */
    public LogVerification(
            LogSource log, List<VerifyingKey> given, WitnessesNeeded witnesses, Optional<StateFolder> state) {
        this.log = log;
        this.given = List.copyOf(given);
        this.witnesses = witnesses;
        this.state = state;
    }

    /**
     * Throws {@link LogUnreachableException} where nobody can tell.
     *
     * @param started told what will be looked at
     * @param progress told of how many entries have been checked
     */
    public Verdict verify(Reach reach, Consumer<Checkpoint> started, LongConsumer progress) {
        try {
            return verifyOrThrow(reach, started, progress);
        } catch (BrokenLogException e) {
            return new Verdict.Broken(e.finding());
        }
    }

    private Verdict verifyOrThrow(Reach reach, Consumer<Checkpoint> started, LongConsumer progress) {
        var trusted = TrustedKeys.find(given, state, log);
        // Before the newest checkpoint, which then cannot be behind it.
        var witnessed = witnesses.find(log, trusted.keys());
        var newest = SignedCheckpoint.newest(log, trusted);
        var before = state.flatMap(StateFolder::checkpoint).map(note -> Checkpoint.parse(note.text()));
        var cosigned = state.flatMap(StateFolder::cosigned)
                .map(checkpoint -> Milestone.of(checkpoint, "the checkpoint cosigned last"));
        var milestones = Stream.of(before.map(Milestone::ofLastTime), cosigned, witnessed)
                .flatMap(Optional::stream)
                .toList();
        milestones.forEach(milestone -> checkSameLog(milestone, newest.checkpoint()));
        started.accept(newest.checkpoint());
        if (state.isPresent()) {
            var kept = trusted.learning(newest, log);
            checkAndKeep(newest, milestones, kept, state.get(), reach, progress);
            return holds(newest, before, trusted, kept);
        }
        new TreeCheck(log, newest.checkpoint(), milestones, TileRoots.none()).run(progress);
        return holds(newest, before, trusted, trusted);
    }

    private static void checkSameLog(Milestone milestone, Checkpoint newest) {
        if (!milestone.checkpoint().origin().equals(newest.origin())) {
            throw new BrokenLogException("checkpoint: is of the log " + newest.origin() + ", " + milestone.whose()
                    + " of " + milestone.checkpoint().origin());
        }
    }

    private void checkAndKeep(
            SignedCheckpoint newest,
            List<Milestone> milestones,
            TrustedKeys keys,
            StateFolder folder,
            Reach reach,
            LongConsumer progress) {
        long before = folder.checkpoint()
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
        try (var roots = folder.tileRoots(before, reach)) {
            new TreeCheck(log, newest.checkpoint(), milestones, roots).run(progress);
            folder.save(newest.note(), keys.keys(), roots);
        }
    }

    private static Verdict holds(
            SignedCheckpoint newest, Optional<Checkpoint> before, TrustedKeys trusted, TrustedKeys now) {
        return new Verdict.Holds(
                newest.checkpoint(),
                newest.note(),
                before,
                newest.keys(),
                trusted.firstUse(),
                now.keys().stream().filter(key -> !trusted.keys().contains(key)).toList());
    }
}
