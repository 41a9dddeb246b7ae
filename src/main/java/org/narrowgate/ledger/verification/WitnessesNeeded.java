package org.narrowgate.ledger.verification;

import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.KeyUse;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.VerifyingKey;

/** By how many of which witnesses a checkpoint must be cosigned before a log is said to hold. */
public record WitnessesNeeded(int number, List<VerifyingKey> keys) {
    /** A log is taken at its own word. */
    public static final WitnessesNeeded NONE = new WitnessesNeeded(0, List.of());

    public WitnessesNeeded {
        keys = keys.stream().distinct().toList();
        if (number < 0 || number > keys.size()) {
            throw new IllegalArgumentException("more witnesses are needed than there are keys of witnesses");
        }
        if (keys.stream().anyMatch(key -> key.use() != KeyUse.COSIGNATURES)) {
            throw new IllegalArgumentException("a witness's key is one for cosignatures");
        }
    }

    /** The checkpoint that enough witnesses cosigned; the log must pass through it. Empty where none is needed. */
    Optional<Milestone> find(LogSource log, List<VerifyingKey> logKeys) {
        if (number == 0) {
            return Optional.empty();
        }
        var witnessed = SignedCheckpoint.check(read(log), logKeys, "witnessed checkpoint");
        long cosigned =
                keys.stream().filter(key -> cosigned(witnessed.note(), key)).count();
        if (cosigned < number) {
            throw new BrokenLogException(
                    "witnessed checkpoint: " + cosigned + " of the " + number + " witnesses needed cosigned it");
        }
        return Optional.of(Milestone.of(witnessed.checkpoint(), "the checkpoint that was witnessed"));
    }

    private static byte[] read(LogSource log) {
        try {
            return log.witnessed();
        } catch (NotServedException e) {
            throw new BrokenLogException("witnessed checkpoint: the log has none");
        }
    }

    private static boolean cosigned(SignedNote note, VerifyingKey witness) {
        return note.signatures().stream().anyMatch(signature -> witness.verifies(note.text(), signature));
    }
}
