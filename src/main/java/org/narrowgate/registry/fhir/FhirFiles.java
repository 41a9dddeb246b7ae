package org.narrowgate.registry.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PopulationSink;
import org.narrowgate.registry.PracticeRecord;

/** A population as two NDJSON files: {@code Patient} lines in one, {@code Organization} lines beside it. */
public final class FhirFiles implements PopulationSink {
    private final JsonGenerator people;
    private final JsonGenerator practices;

    private FhirFiles(JsonGenerator people, JsonGenerator practices) {
        this.people = people;
        this.practices = practices;
    }

    /** Replaces the files that are there. */
    public static FhirFiles create(Path people, Path practices) throws IOException {
        return new FhirFiles(lines(people), lines(practices));
    }

    /** Where the practices of a file of people are: {@code people.ndjson} has {@code people.practices.ndjson}. */
    public static Path practicesBeside(Path people) {
        var name = String.valueOf(people.getFileName());
        var stem = name.endsWith(".ndjson") ? name.substring(0, name.length() - ".ndjson".length()) : name;
        return people.resolveSibling(stem + ".practices.ndjson");
    }

    @Override
    public Tally addPractices(List<PracticeRecord> added) {
        try {
            for (var practice : added) {
                ResourceWriter.write(practice, practices);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be written", e);
        }
        return new Tally(added.size(), 0, 0);
    }

    @Override
    public Tally addPeople(List<PersonRecord> added) {
        try {
            for (var person : added) {
                ResourceWriter.write(person, people);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be written", e);
        }
        return new Tally(added.size(), 0, 0);
    }

    @Override
    public void close() {
        try (people;
                practices) {
            people.writeRaw('\n');
            practices.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be written", e);
        }
    }

    private static JsonGenerator lines(Path file) throws IOException {
        var generator =
                new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return generator;
    }
}
