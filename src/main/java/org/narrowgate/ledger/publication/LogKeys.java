package org.narrowgate.ledger.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.KeyUse;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * The keys of one log. All in use sign, side by side: that is how a new one is brought in before an old one goes.
 *
 * @param signing all of one name, the log's origin; none where this application signs nothing
 * @param retired no longer in use, and still good for what they signed
 */
public record LogKeys(List<SigningKey> signing, List<VerifyingKey> retired) {
    private static final String SIGNING = "narrowgate.log.signing-keys";
    private static final String RETIRED = "narrowgate.log.retired-keys";

    public LogKeys {
        signing = List.copyOf(signing);
        retired = List.copyOf(retired);
        if (signing.stream().map(key -> key.verifyingKey().name()).distinct().count() > 1) {
            throw new UnusableLogSettingException(SIGNING + ": all keys must have one name, the log's");
        }
        if (signing.stream().map(SigningKey::verifyingKey).distinct().count() < signing.size()) {
            throw new UnusableLogSettingException(SIGNING + ": a key is named twice");
        }
    }

    /**
     * Reads what the settings name.
     *
     * @throws UnusableLogSettingException where one cannot be used
     */
    public static LogKeys read(List<Path> signing, List<String> retired) {
        return new LogKeys(
                signing.stream().map(LogKeys::signingKey).toList(),
                retired.stream()
                        .map(text -> verifyingKey(RETIRED, text, KeyUse.NOTES))
                        .toList());
    }

    /**
     * The file of the last checkpoint; empty where nothing is signed.
     *
     * @throws UnusableLogSettingException where something is signed and no file is named
     */
    public Optional<Path> needing(Optional<Path> lastCheckpoint) {
        if (!signing.isEmpty() && lastCheckpoint.isEmpty()) {
            throw new UnusableLogSettingException(
                    "set narrowgate.log.last-checkpoint to a file outside the database, on"
                            + " a disk that all replicas share: nothing is signed that is not held there first");
        }
        return signing.isEmpty() ? Optional.empty() : lastCheckpoint;
    }

    /** The log's name, which is the first line of every checkpoint; empty where nothing is signed. */
    public Optional<String> origin() {
        return signing.stream().map(key -> key.verifyingKey().name()).findFirst();
    }

    /** Those in use first. */
    public List<VerifyingKey> all() {
        return Stream.concat(signingKeys().stream(), retired.stream())
                .distinct()
                .toList();
    }

    public List<VerifyingKey> signingKeys() {
        return signing.stream().map(SigningKey::verifyingKey).toList();
    }

    /** Signs with every key in use. */
    SignedNote sign(Checkpoint checkpoint) {
        var text = checkpoint.text();
        var signatures = new ArrayList<NoteSignature>();
        signing.forEach(key -> signatures.add(key.sign(text)));
        return new SignedNote(text, signatures);
    }

    /** A key that a setting holds as text. */
    static VerifyingKey verifyingKey(String setting, String text, KeyUse use) {
        try {
            var key = VerifyingKey.parse(text.strip());
            if (key.use() == use) {
                return key;
            }
        } catch (MalformedNoteException e) {
            throw new UnusableLogSettingException(setting + ": " + e.getMessage());
        }
        throw new UnusableLogSettingException(setting
                + switch (use) {
                    case NOTES -> ": the key is a witness's, not a log's";
                    case COSIGNATURES -> ": the key is a log's, not a witness's";
                });
    }

    private static SigningKey signingKey(Path file) {
        try {
            return SigningKey.parse(Files.readString(file));
        } catch (MalformedNoteException e) {
            throw new UnusableLogSettingException(SIGNING + ": `" + file + "`: " + e.getMessage());
        } catch (IOException e) {
            // Without its message, which is no more than the path in most cases, and in none a sentence.
            throw new UnusableLogSettingException(SIGNING + ": `" + file + "` cannot be read");
        }
    }
}
