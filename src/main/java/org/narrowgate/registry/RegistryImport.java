package org.narrowgate.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.fhir.OrganizationReader;
import org.narrowgate.registry.fhir.PatientReader;
import org.narrowgate.registry.fhir.UnreadableResourceException;

/** Reads newline-delimited FHIR into a population. A bad line is left out and reported; the others go in. */
public final class RegistryImport {
    private static final int BATCH = 5_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PopulationSink sink;
    private final InstantSource time;

    public RegistryImport(PopulationSink sink, InstantSource time) {
        this.sink = sink;
        this.time = time;
    }

    /** Takes {@code Patient} lines. Where an NHS number stands on several lines, the last counts. */
    public ImportReport people(InputStream lines, ImportListener listener) throws IOException {
        return new Run<>(
                        PatientReader::read,
                        (PersonRecord person) -> person.nhsNumber().digits(),
                        sink::addPeople)
                .over(lines, listener);
    }

    /** Takes {@code Organization} lines. Where an ODS code stands on several lines, the last counts. */
    public ImportReport practices(InputStream lines, ImportListener listener) throws IOException {
        return new Run<>(OrganizationReader::read, PracticeRecord::odsCode, sink::addPractices).over(lines, listener);
    }

    private interface ResourceReader<T> {
        T read(byte[] line) throws UnreadableResourceException;
    }

    private final class Run<T> {
        private final ResourceReader<T> reader;
        private final Function<T, String> key;
        private final Function<List<T>, Tally> write;
        private final Map<String, T> batch = new LinkedHashMap<>();
        private Tally written = Tally.NOTHING;
        private long read;
        private long repeated;
        private long rejected;

        private Run(ResourceReader<T> reader, Function<T, String> key, Function<List<T>, Tally> write) {
            this.reader = reader;
            this.key = key;
            this.write = write;
        }

        private ImportReport over(InputStream lines, ImportListener listener) throws IOException {
            var started = time.instant();
            var source = new LineReader(lines);
            long number = 0;
            for (var line = source.next(); line.isPresent(); line = source.next()) {
                number++;
                take(number, number == 1 ? withoutMark(line.get()) : line.get(), listener);
                if (batch.size() == BATCH) {
                    writeBatch();
                    listener.progressed(source.bytes());
                }
            }
            writeBatch();
            listener.progressed(source.bytes());
            return new ImportReport(read, written, repeated, rejected, Duration.between(started, time.instant()));
        }

        private void take(long number, byte[] line, ImportListener listener) {
            if (isBlank(line)) {
                return;
            }
            read++;
            try {
                var resource = reader.read(line);
                if (batch.put(key.apply(resource), resource) != null) {
                    repeated++;
                }
            } catch (UnreadableResourceException e) {
                rejected++;
                listener.rejected(number, e.reason(), line);
            }
        }

        private void writeBatch() {
            if (!batch.isEmpty()) {
                written = written.plus(write.apply(List.copyOf(batch.values())));
                batch.clear();
            }
        }
    }

    private static byte[] withoutMark(byte[] line) {
        boolean marked = line.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(line, BYTE_ORDER_MARK.length, line.length) : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t') {
                return false;
            }
        }
        return true;
    }
}
