package org.narrowgate.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.fhir.FhirFiles;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

/**
 * Measures how fast a population is made, loaded and imported, each into a PostgreSQL of its own. No test; run by hand:
 * {@code main 1000000}.
 */
public final class PopulationRates {
    private PopulationRates() {}

    public static void main(String... arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        var population = new SyntheticPopulation(people, 1);
        try (var database = new MigratedDatabase()) {
            var service = new PopulationService(database.asApplication(), Clock.systemUTC());
            measure("generate --load", people, () -> service.load(population, made -> {}));
        }
        var file = Files.createTempFile("people", ".ndjson");
        try (var database = new MigratedDatabase()) {
            measure("generate --out", people, () -> {
                try (var files = FhirFiles.create(file, FhirFiles.practicesBeside(file))) {
                    return population.writeTo(files, made -> {});
                }
            });
            var service = new PopulationService(database.asApplication(), Clock.systemUTC());
            measure("import", people, () -> imported(service, file));
            measure("import again", people, () -> imported(service, file));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(FhirFiles.practicesBeside(file));
        }
    }

    private static Tally imported(PopulationService service, Path file) throws Exception {
        try (var lines = Files.newInputStream(file)) {
            return service.importPeople(lines, new ImportListener() {
                        @Override
                        public void rejected(long line, String reason, byte[] content) {
                            System.out.println("line " + line + ": " + reason);
                        }

                        @Override
                        public void progressed(long bytes) {}
                    })
                    .written();
        }
    }

    private interface Step {
        Tally run() throws Exception;
    }

    private static void measure(String what, int people, Step step) throws Exception {
        long started = System.nanoTime();
        var tally = step.run();
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("%-16s %6.1f s %,10.0f a second  %s%n", what, seconds, people / seconds, tally);
    }
}
