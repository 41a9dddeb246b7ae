package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.narrowgate.registry.ImportReport;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.RegistryUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: takes people, and general practices, from files into the registry. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes people into the registry from a file of FHIR R4 Patient resources, one a line (NDJSON), shaped as"
                    + " the NHS Personal Demographics Service gives them.",
            "A person already held is replaced. Running the same file again changes nothing.",
            "A line that cannot be taken is named on standard error with the reason, never with its content, and"
                    + " written to the rejects file; all others are taken."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every line was taken", "1:some lines were rejected", "2:the import could not run"},
        footerHeading = "%n",
        footer = "A file of practices holds FHIR R4 Organization resources, one a line: the ODS code as identifier,"
                + " name, address, and the code of the primary care area as partOf.identifier.value.")
final class ImportCommand implements Callable<Integer> {
    static final int REJECTED = 1;
    static final int COULD_NOT_RUN = 2;

    private final Supplier<PopulationService> population;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the file of people")
    private @Nullable Path people;

    @Option(names = "--practices", paramLabel = "FILE", description = "a file of general practices, taken first")
    private @Nullable Path practices;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "where rejected lines of people go (default: FILE.rejects.ndjson). It holds personal data.")
    private @Nullable Path rejects;

    /** @param population asked for only once the files are known to be there */
    ImportCommand(Supplier<PopulationService> population) {
        this.population = population;
    }

    @Override
    public Integer call() {
        if (people == null && practices == null) {
            return stop("name a FILE of people, a file of --practices, or both");
        }
        for (var file : new Path[] {practices, people}) {
            if (file != null && !Files.isReadable(file)) {
                return stop("cannot read `" + file + "`");
            }
        }
        try {
            long rejected = 0;
            if (practices != null) {
                rejected += take(practices, RejectsFile.beside(practices), "practices");
            }
            if (people != null) {
                rejected += take(people, rejects == null ? RejectsFile.beside(people) : rejects, "people");
            }
            return rejected == 0 ? 0 : REJECTED;
        } catch (RegistryUnavailableException e) {
            return stop("the registry could not be written: " + e.getMessage());
        } catch (IOException e) {
            // Its message names a file, never a line.
            return stop("a file could not be read or written: " + e.getMessage());
        }
    }

    private long take(Path file, Path rejectsPath, String what) throws IOException {
        var err = err();
        try (var lines = Files.newInputStream(file);
                var progress = ProgressOnTerminal.start(what, " MB", 1 << 20, Files.size(file));
                var rejectsFile = new RejectsFile(rejectsPath, err, progress)) {
            var service = population.get();
            var report = what.equals("people")
                    ? service.importPeople(lines, rejectsFile)
                    : service.importPractices(lines, rejectsFile);
            progress.close();
            say(report, what, rejectsPath);
            return report.rejected();
        }
    }

    private void say(ImportReport report, String what, Path rejectsPath) {
        out().printf(
                        Locale.ROOT,
                        "%s: %,d read, %,d new, %,d updated, %,d unchanged, %,d repeated, %,d rejected in %.1f s (%,.0f a second)%n",
                        what,
                        report.read(),
                        report.written().added(),
                        report.written().updated(),
                        report.written().unchanged(),
                        report.repeated(),
                        report.rejected(),
                        report.took().toMillis() / 1e3,
                        report.linesPerSecond());
        if (report.rejected() > 0) {
            out().println("rejected lines are in " + rejectsPath);
        }
        out().flush();
    }

    private int stop(String sentence) {
        err().println("import: " + sentence);
        err().flush();
        return COULD_NOT_RUN;
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return requireNonNull(spec).commandLine().getErr();
    }
}
