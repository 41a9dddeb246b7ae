package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.store.JdbcKeptLog;
import org.narrowgate.ledger.verification.LogSource;
import org.narrowgate.ledger.verification.LogUnreachableException;
import org.narrowgate.ledger.verification.LogVerification;
import org.narrowgate.ledger.verification.Reach;
import org.narrowgate.ledger.verification.ReceiptFile;
import org.narrowgate.ledger.verification.ReceiptVerification;
import org.narrowgate.ledger.verification.RecordsVerification;
import org.narrowgate.ledger.verification.UnreadableReceiptException;
import org.narrowgate.ledger.verification.Verdict;
import org.narrowgate.ledger.verification.Witness;
import org.narrowgate.ledger.verification.WitnessesNeeded;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-log}: looks from outside whether the disclosure log holds. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "verify-log",
        mixinStandardHelpOptions = true,
        description = {
            "Looks whether the disclosure log holds, with nothing but what it publishes: reads every entry and every"
                    + " tile, computes the tree again, and compares it with the signed checkpoint and, with --state,"
                    + " with what was seen last time. Says in one line what is wrong, and where.",
            "Needs no database and no account. With --receipt it looks at one receipt instead; without URL it does so"
                    + " offline.",
            "Without --key, and where --state holds none, the keys that the log names itself are believed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything holds",
            "1:something does not: the line on standard output says what",
            "2:it could not be looked at: the line on standard error says why"
        })
final class VerifyLogCommand implements Callable<Integer> {
    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int COULD_NOT_LOOK = 2;

    private final Supplier<DataSource> database;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "where the gateway, or its log, is; or a folder with a mirror of the log")
    private @Nullable String where;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "a public key of the log, name+id+base64; more than once while keys are being changed")
    private List<String> keys = List.of();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "keeps here what was seen, so that next time a log that was rolled back, rewritten or forked"
                    + " is found out")
    private @Nullable Path state;

    @Option(names = "--receipt", paramLabel = "FILE", description = "one receipt in JSON, as the gateway answered it")
    private @Nullable Path receipt;

    @Option(
            names = "--database",
            description = "looks instead at every record in the database (QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and"
                    + " _PASSWORD): whether it is what its leaf says, and whether what is gone was erased")
    private boolean records;

    @ArgGroup(exclusive = false)
    private @Nullable Witnessing witnessing;

    @ArgGroup(exclusive = false)
    private @Nullable Needed needed;

    /** Being a witness. */
    static final class Witnessing {
        @Option(
                names = "--witness",
                required = true,
                paramLabel = "KEYFILE",
                description = "cosigns the checkpoint that was found to hold with this key (see `log-key --witness`),"
                        + " keeps it in the state and hands it in; needs --state")
        private @Nullable Path keyFile;

        @Option(
                names = "--every",
                paramLabel = "SECONDS",
                description = "goes on until something does not hold, looking again after so many seconds")
        private @Nullable Integer seconds;
    }

    /** Relying on witnesses. */
    static final class Needed {
        @Option(
                names = "--needed",
                required = true,
                paramLabel = "N",
                description = "how many of these witnesses must have cosigned a checkpoint that the log then grew from")
        private int number;

        @Option(
                names = "--witness-key",
                required = true,
                paramLabel = "VKEY",
                description = "a public key of a witness, name+id+base64")
        private List<String> keys = List.of();
    }

    VerifyLogCommand(Supplier<DataSource> database) {
        this.database = database;
    }

    @Override
    public Integer call() {
        try {
            return records ? lookAtRecords() : look();
        } catch (LogUnreachableException
                | UnreadableReceiptException
                | MalformedNoteException
                | IllegalArgumentException e) {
            return couldNotLook(e.getMessage());
        }
    }

    private int look() {
        var given = keys.stream().map(VerifyingKey::parse).toList();
        try (var opened = new WhatIsLookedAt(state, where)) {
            if (receipt != null) {
                return lookAtReceipt(receipt, given, opened);
            }
            if (opened.log().isEmpty()) {
                throw usage("give the URL of a log, or a receipt");
            }
            return lookAtLog(opened.log().get(), given, opened);
        }
    }

    private int lookAtRecords() {
        if (where != null || receipt != null || state != null || witnessing != null || needed != null) {
            throw usage("the records are looked at with nothing but the database");
        }
        try (var log = JdbcKeptLog.open(database.get());
                var progress = ProgressOnTerminal.start("entries", " entries", 1, log.entries())) {
            return new VerdictOnTerminal(out()).say(new RecordsVerification(log).verify(progress::reach));
        }
    }

    private int lookAtReceipt(Path file, List<VerifyingKey> given, WhatIsLookedAt opened) {
        if (witnessing != null || needed != null) {
            throw usage("a receipt is looked at without witnesses");
        }
        var read = ReceiptFile.read(text(file));
        var verification = new ReceiptVerification(given, opened.state());
        var verdict =
                opened.log().map(log -> verification.verify(read, log)).orElseGet(() -> verification.verify(read));
        return new VerdictOnTerminal(out()).say(verdict, read);
    }

    private int lookAtLog(LogSource log, List<VerifyingKey> given, WhatIsLookedAt opened) {
        var verification = new LogVerification(log, given, witnessesNeeded(), opened.state());
        var witness = witness(opened);
        int code = round(verification, Reach.EVERYTHING, witness);
        while (code != BROKEN && witnessing != null && witnessing.seconds != null) {
            pause(witnessing.seconds);
            code = again(verification, witness);
        }
        return code;
    }

    private int again(LogVerification verification, Optional<WitnessRounds> witness) {
        try {
            return round(verification, Reach.WHAT_IS_NEW, witness);
        } catch (LogUnreachableException e) {
            return couldNotLook(e.getMessage());
        }
    }

    private int round(LogVerification verification, Reach reach, Optional<WitnessRounds> witness) {
        Verdict verdict;
        try (var progress = new VerifyingProgress()) {
            verdict = verification.verify(reach, progress::start, progress::reach);
        }
        int code = new VerdictOnTerminal(out()).say(verdict);
        return verdict instanceof Verdict.Holds holds && witness.isPresent()
                ? witness.get().cosign(holds)
                : code;
    }

    private Optional<WitnessRounds> witness(WhatIsLookedAt opened) {
        if (witnessing == null) {
            return Optional.empty();
        }
        if (witnessing.seconds != null && witnessing.seconds < 1) {
            throw usage("--every takes a number of seconds from 1 on");
        }
        var folder = opened.state().orElseThrow(() -> usage("a witness needs a --state to remember what it cosigned"));
        var key = WitnessKey.parse(text(requireNonNull(witnessing.keyFile)));
        return Optional.of(
                new WitnessRounds(new Witness(key, folder, Clock.systemUTC()), opened.served(), out(), err()));
    }

    private WitnessesNeeded witnessesNeeded() {
        return needed == null
                ? WitnessesNeeded.NONE
                : new WitnessesNeeded(
                        needed.number,
                        needed.keys.stream().map(VerifyingKey::parse).toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LogUnreachableException("`" + file + "` cannot be read");
        }
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreachableException("interrupted");
        }
    }

    private int couldNotLook(@Nullable String why) {
        err().println("verify-log: could not look: " + why);
        err().flush();
        return COULD_NOT_LOOK;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(requireNonNull(spec).commandLine(), sentence);
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return requireNonNull(spec).commandLine().getErr();
    }
}
