package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.RegistryUnavailableException;
import org.narrowgate.registry.fhir.FhirFiles;
import org.narrowgate.registry.synthetic.SyntheticPopulation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: makes up a population, into the registry or into files. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up a plausible British population; nobody in it exists. The same seed makes the same people.",
            "The first people are always the same cast, whatever the seed: 9000000009 is an ordinary person,"
                    + " 9000000025 a restricted one, 9000000033 a record with nothing but its number. 9111231130 is"
                    + " a valid number that nobody has."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the population was made", "2:it could not be made"})
final class GenerateCommand implements Callable<Integer> {
    static final int COULD_NOT_RUN = 2;

    private final Supplier<PopulationService> population;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--people", required = true, paramLabel = "N", description = "how many people, up to 80,000,000")
    private int people;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "any whole number")
    private long seed;

    @ArgGroup(multiplicity = "1")
    private @Nullable Destination destination;

    /** Where the population goes. */
    static final class Destination {
        @SuppressWarnings("UnusedVariable") // it is here to be asked for: where there is no file, the registry is meant
        @Option(names = "--load", description = "into the registry; people already held are replaced")
        private boolean load;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "into a file that `import` reads, with the practices in FILE.practices.ndjson beside it"
                        + " (people.ndjson has people.practices.ndjson); needs no database")
        private @Nullable Path out;
    }

    /** @param population asked for only where there is something to load */
    GenerateCommand(Supplier<PopulationService> population) {
        this.population = population;
    }

    @Override
    public Integer call() {
        if (people < 1 || people > SyntheticPopulation.MOST_PEOPLE) {
            return stop(String.format(
                    Locale.ROOT,
                    "--people is a number from 1 to %,d, not `%d`",
                    SyntheticPopulation.MOST_PEOPLE,
                    people));
        }
        long started = System.nanoTime();
        try (var progress = ProgressOnTerminal.start("people", " people", 1, people)) {
            var made = make(new SyntheticPopulation(people, seed), progress::reach);
            progress.close();
            say(made, (System.nanoTime() - started) / 1e9);
            return 0;
        } catch (RegistryUnavailableException e) {
            return stop("the registry could not be written: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return stop("a file could not be written: " + e.getMessage());
        }
    }

    private Tally make(SyntheticPopulation made, LongConsumer progress) throws IOException {
        var out = destination == null ? null : destination.out;
        if (out == null) {
            return population.get().load(made, progress);
        }
        try (var files = FhirFiles.create(out, FhirFiles.practicesBeside(out))) {
            return made.writeTo(files, progress);
        }
    }

    private void say(Tally made, double seconds) {
        out().printf(
                        Locale.ROOT,
                        "people: %,d new, %,d updated, %,d unchanged in %.1f s (%,.0f a second)%n",
                        made.added(),
                        made.updated(),
                        made.unchanged(),
                        seconds,
                        people / seconds);
        out().flush();
    }

    private int stop(String sentence) {
        err().println("generate: " + sentence);
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
