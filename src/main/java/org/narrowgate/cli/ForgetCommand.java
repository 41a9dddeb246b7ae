package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.erasure.ErasureService.Outcome;
import org.narrowgate.casework.erasure.PersonErasureService.Report;
import org.narrowgate.ledger.Erasure.Reason;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.subject.NhsNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code forget}: erases what the log's particulars and the case files hold of a request, or of a person. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Erases the particulars of one request that is over, or all that name one person, before their time. The log's"
                    + " proof and the statistics stay, and an entry of the log says what was erased and why.",
            "The database's role (QUARKUS_DATASOURCE_USERNAME) must be a member of the application's role and of"
                    + " `eraser`; the application's own role may not do this.",
            "With --person the NHS number is read from standard input, so that it stays in no history of a shell."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was asked for is erased",
            "1:something is not, because it cannot go yet, or is not there",
            "2:it could not be done, or was not confirmed"
        })
final class ForgetCommand implements Callable<Integer> {
    static final int NOT_ALL = 1;
    static final int COULD_NOT = 2;

    private final Supplier<ForgettingService> erasure;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--request", paramLabel = "ID", description = "erase what was said of this request")
    private @Nullable UUID request;

    @Option(names = "--person", description = "erase all that names the person whose NHS number is on standard input")
    private boolean person;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORD",
            description = "persons-request, court-order or entered-in-error; the log keeps it for ever")
    private String reason = "";

    @Option(names = "--yes", description = "do not ask for confirmation; needed where nobody sits at a terminal")
    private boolean confirmed;

    ForgetCommand(Supplier<ForgettingService> erasure) {
        this.erasure = erasure;
    }

    @Override
    public Integer call() throws IOException {
        if (person == (request != null)) {
            throw usage("name a --request, or say --person, and not both");
        }
        var why = reason();
        var service = erasure.get();
        try {
            return request == null ? forgetPerson(service, why) : forgetRequest(service, request, why);
        } catch (LedgerUnavailableException e) {
            return stop("not all was erased: the log could not be written, or the database's role is no member of"
                    + " `eraser`");
        }
    }

    private int forgetRequest(ForgettingService service, UUID id, Reason why) {
        if (!isConfirmed("Erase the particulars of request " + id + " for good?")) {
            return stop("not confirmed, nothing was erased");
        }
        return switch (service.request(new TracingRequestId(id), why)) {
            case Outcome.Erased(var entry) ->
                say(0, "request " + id + " is erased, says entry " + entry + " of the log");
            case Outcome.ErasedBefore() -> say(0, "request " + id + " was erased before");
            case Outcome.Unknown() -> say(NOT_ALL, "there is no request " + id);
            case Outcome.NotDue(var until) -> say(NOT_ALL, "request " + id + " is kept until " + until);
            case Outcome.Hindered(var by) -> say(NOT_ALL, "request " + id + " cannot go yet: " + by.words());
        };
    }

    private int forgetPerson(ForgettingService service, Reason why) throws IOException {
        var number = Optional.ofNullable(firstLine()).flatMap(ForgetCommand::number);
        if (number.isEmpty()) {
            return stop("standard input does not begin with an NHS number");
        }
        if (!isConfirmed("Erase all particulars that name this person for good?")) {
            return stop("not confirmed, nothing was erased");
        }
        var report = service.person(number.get(), why);
        return say(report.notYet().isEmpty() ? 0 : NOT_ALL, erased(report) + notYet(report));
    }

    private static String erased(Report report) {
        return report.requests() + " requests and " + report.alone() + " other entries of the log are erased";
    }

    private static String notYet(Report report) {
        return report.notYet().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(left -> "; " + left.getValue() + " cannot go yet: "
                        + left.getKey().words())
                .collect(Collectors.joining());
    }

    private static Optional<NhsNumber> number(String line) {
        try {
            return Optional.of(new NhsNumber(line.replace(" ", "").strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String firstLine() throws IOException {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    private Reason reason() {
        return Reason.ofWord(reason)
                .filter(word -> word != Reason.RETENTION)
                .orElseThrow(() -> usage("--reason is one of "
                        + Arrays.stream(Reason.values())
                                .filter(word -> word != Reason.RETENTION)
                                .map(Reason::word)
                                .collect(Collectors.joining(", "))));
    }

    // Where nobody sits at a terminal, nobody can say so but by --yes.
    @SuppressWarnings("SystemConsoleNull") // a system may have none at all
    private boolean isConfirmed(String question) {
        if (confirmed) {
            return true;
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        var answer = console.readLine("%s [yes/no] ", question);
        return answer != null && answer.strip().equals("yes");
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(requireNonNull(spec).commandLine(), sentence);
    }

    private int say(int code, String sentence) {
        var out = requireNonNull(spec).commandLine().getOut();
        out.println("forget: " + sentence);
        out.flush();
        return code;
    }

    private int stop(String sentence) {
        var err = requireNonNull(spec).commandLine().getErr();
        err.println("forget: " + sentence);
        err.flush();
        return COULD_NOT;
    }
}
