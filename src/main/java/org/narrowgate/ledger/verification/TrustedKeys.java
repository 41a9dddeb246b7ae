package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.ledger.note.KeyUse;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.verification.Verdict.FirstUse;

/** The keys of a log that are believed, and why. */
record TrustedKeys(List<VerifyingKey> keys, FirstUse firstUse) {
    TrustedKeys {
        keys = List.copyOf(keys);
        requireNonNull(firstUse);
    }

    /** Those that were given; else those believed last time; else, once, those that the log names itself. */
    static TrustedKeys find(List<VerifyingKey> given, Optional<StateFolder> state, LogSource log) {
        if (!given.isEmpty()) {
            return new TrustedKeys(given, FirstUse.KNOWN_BEFORE);
        }
        var believed = state.map(StateFolder::keys).orElse(List.of());
        if (!believed.isEmpty()) {
            return new TrustedKeys(believed, FirstUse.KNOWN_BEFORE);
        }
        if (state.flatMap(StateFolder::checkpoint).isPresent()) {
            // Whoever has seen the log before must not be told anew whose it is.
            throw new LogUnreachableException(
                    "there is a checkpoint of last time and no key to it: give one with --key");
        }
        var named = named(log);
        if (named.isEmpty()) {
            throw new LogUnreachableException("no key of the log is known, and it names none: give one with --key");
        }
        return new TrustedKeys(named, FirstUse.TRUSTED_ON_FIRST_USE);
    }

    /**
     * These, and every key that signed the same checkpoint, is named like the same log, and is listed by it: the
     * overlap of a rotation. The known key's signature stands for the note, and so for who else signed it.
     */
    TrustedKeys learning(SignedCheckpoint checkpoint, LogSource log) {
        var note = checkpoint.note();
        boolean others = note.signatures().stream()
                .anyMatch(signature ->
                        signature.name().equals(checkpoint.checkpoint().origin())
                                && keys.stream().noneMatch(key -> key.isMeantBy(signature)));
        if (!others) {
            return this;
        }
        var learned = named(log).stream()
                .filter(key -> key.use() == KeyUse.NOTES)
                .filter(key -> key.name().equals(checkpoint.checkpoint().origin()))
                .filter(key -> note.signatures().stream().anyMatch(signature -> key.verifies(note.text(), signature)));
        return new TrustedKeys(Stream.concat(keys.stream(), learned).distinct().toList(), firstUse);
    }

    private static List<VerifyingKey> named(LogSource log) {
        try {
            return new String(log.keys(), UTF_8)
                    .lines()
                    .flatMap(TrustedKeys::read)
                    .toList();
        } catch (NotServedException e) {
            return List.of();
        }
    }

    /** A key of a kind that is not known here can sign nothing that is believed here. */
    private static Stream<VerifyingKey> read(String line) {
        try {
            return Stream.of(VerifyingKey.parse(line.strip()));
        } catch (MalformedNoteException e) {
            return Stream.of();
        }
    }
}
