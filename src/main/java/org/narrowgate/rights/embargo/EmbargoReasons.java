package org.narrowgate.rights.embargo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.ledger.OpenedEntries;
import org.narrowgate.ledger.OpenedEntry;

/** What was said with the events of an embargo, read back from the disclosure log. */
@ApplicationScoped
public class EmbargoReasons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenedEntries entries;

    EmbargoReasons(OpenedEntries entries) {
        this.entries = entries;
    }

    /** By the number of the event; {@link CaseFile#ERASED} where it is. */
    public Map<Integer, String> of(RequestEmbargo embargo) {
        var said = entries
                .at(embargo.events().stream()
                        .map(event -> event.place().entry())
                        .toList())
                .stream()
                .collect(toUnmodifiableMap(OpenedEntry::index, EmbargoReasons::reason));
        return embargo.events().stream()
                .map(EmbargoEvent::place)
                .collect(toUnmodifiableMap(
                        EmbargoEvent.Place::number, place -> said.getOrDefault(place.entry(), CaseFile.ERASED)));
    }

    private static String reason(OpenedEntry entry) {
        return entry.particulars().map(EmbargoReasons::read).orElse(CaseFile.ERASED);
    }

    private static String read(byte[] particulars) {
        try {
            return JSON.readTree(particulars).path("reason").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the log is not JSON", e);
        }
    }
}
