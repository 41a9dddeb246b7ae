package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
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
import org.narrowgate.transparency.archive.ArchiveService;
import org.narrowgate.transparency.archive.ArchiveUnavailableException;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.PublishedTotals;
import org.narrowgate.transparency.archive.SyntheticYear;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: makes up a population, into the registry or into files, or a year for the archive. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up a plausible British population; nobody in it exists. The same seed makes the same people.",
            "The first people are always the same cast, whatever the seed: 9000000009 is an ordinary person,"
                    + " 9000000025 a restricted one, 9000000033 a record with nothing but its number. 9111231130 is"
                    + " a valid number that nobody has.",
            "Or makes up an archive of 2016: requests that nobody made, adding up to the totals published of that"
                    + " year. It is kept apart from the live log and its figures, and marked as synthetic."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:what was asked for was made, or the archive was filled before", "2:it could not be made"})
final class GenerateCommand implements Callable<Integer> {
    static final int COULD_NOT_RUN = 2;

    private final Supplier<PopulationService> population;
    private final Supplier<ArchiveService> archive;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private @Nullable Made made;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "any whole number; demanded with --people, 2016 where it is missing with --history")
    private @Nullable Long seed;

    /** What is made up. */
    static final class Made {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable People people;

        @Option(
                names = "--history",
                required = true,
                paramLabel = "YEAR",
                description = "the archive of a year, into the database; 2016 is the only one there is")
        private @Nullable Integer history;
    }

    /** A population, and where it goes. */
    static final class People {
        @Option(
                names = "--people",
                required = true,
                paramLabel = "N",
                description = "how many people, up to 80,000,000")
        private int count;

        @ArgGroup(multiplicity = "1")
        private @Nullable Destination destination;
    }

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

    /**
     * @param population asked for only where there is something to load
     * @param archive asked for only where there is a year to keep
     */
    GenerateCommand(Supplier<PopulationService> population, Supplier<ArchiveService> archive) {
        this.population = population;
        this.archive = archive;
    }

    @Override
    public Integer call() {
        var chosen = requireNonNull(made);
        var people = chosen.people;
        return people != null ? population(people) : history(requireNonNull(chosen.history));
    }

    private int history(int year) {
        if (year != PublishedTotals.YEAR) {
            return stop(PublishedTotals.YEAR + " is the only year there is, not `" + year + "`");
        }
        long chance = seed == null ? PublishedTotals.YEAR : seed;
        try {
            var filling = archive.get().fillWhereEmpty(new SyntheticYear(AssumedMix.assumed(), chance));
            new FillingReport(out()).say(filling);
            return 0;
        } catch (ArchiveUnavailableException e) {
            return stop("the archive could not be written: " + e.getMessage());
        }
    }

    private int population(People people) {
        if (seed == null) {
            return stop("--people needs a --seed, any whole number");
        }
        if (people.count < 1 || people.count > SyntheticPopulation.MOST_PEOPLE) {
            return stop(String.format(
                    Locale.ROOT,
                    "--people is a number from 1 to %,d, not `%d`",
                    SyntheticPopulation.MOST_PEOPLE,
                    people.count));
        }
        long started = System.nanoTime();
        try (var progress = ProgressOnTerminal.start("people", " people", 1, people.count)) {
            var tally = make(new SyntheticPopulation(people.count, seed), people, progress::reach);
            progress.close();
            say(tally, people.count, (System.nanoTime() - started) / 1e9);
            return 0;
        } catch (RegistryUnavailableException e) {
            return stop("the registry could not be written: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return stop("a file could not be written: " + e.getMessage());
        }
    }

    private Tally make(SyntheticPopulation made, People people, LongConsumer progress) throws IOException {
        var out = people.destination == null ? null : people.destination.out;
        if (out == null) {
            return population.get().load(made, progress);
        }
        try (var files = FhirFiles.create(out, FhirFiles.practicesBeside(out))) {
            return made.writeTo(files, progress);
        }
    }

    private void say(Tally made, int people, double seconds) {
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
