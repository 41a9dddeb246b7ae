package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.note.WitnessKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code log-key}: makes a key that a log signs its checkpoints with, or a witness its cosignatures. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "log-key",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a key for signing a log's checkpoints (Ed25519, C2SP signed note), writes it to a file that only its"
                    + " owner may read, and prints its public half, name+id+base64, for everybody else.",
            "With --witness the key is one for cosigning other people's checkpoints."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the key was made", "2:no key was made: the line on standard error says why"})
final class LogKeyCommand implements Callable<Integer> {
    private static final int COULD_NOT_MAKE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "the log's name, which is the origin in its checkpoints, or the witness's; best an address"
                    + " without its scheme, such as gateway.example/log")
    private String name = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the private key goes; a file that is there is never replaced")
    private @Nullable Path file;

    @Option(names = "--witness", description = "make a witness's key, not a log's")
    private boolean witness;

    @Override
    public Integer call() {
        var place = requireNonNull(file);
        try {
            var made = witness ? witnessKey(place) : signingKey(place);
            requireNonNull(spec).commandLine().getOut().println(made.text());
            requireNonNull(spec).commandLine().getOut().flush();
            return 0;
        } catch (MalformedNoteException e) {
            return stop(e.getMessage());
        } catch (FileAlreadyExistsException e) {
            return stop("`" + place + "` is there already, and a key is never replaced");
        } catch (IOException e) {
            return stop("`" + place + "` cannot be written");
        }
    }

    private VerifyingKey signingKey(Path place) throws IOException {
        var key = SigningKey.generate(name);
        write(place, key.secretText());
        return key.verifyingKey();
    }

    private VerifyingKey witnessKey(Path place) throws IOException {
        var key = WitnessKey.generate(name);
        write(place, key.secretText());
        return key.verifyingKey();
    }

    private static void write(Path place, String secret) throws IOException {
        var ownersOnly = place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        // Created with its permissions: there is no moment at which others could read it.
        try (var channel = Files.newByteChannel(
                place, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly)) {
            var bytes = StandardCharsets.UTF_8.encode(secret + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private int stop(@Nullable String sentence) {
        var err = requireNonNull(spec).commandLine().getErr();
        err.println("log-key: " + sentence);
        err.flush();
        return COULD_NOT_MAKE;
    }
}
