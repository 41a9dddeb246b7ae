package org.narrowgate.ledger.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.narrowgate.ledger.Erasure;

/** Entries whose particulars are gone, until a later entry says that they were erased and why. */
final class NamedErasures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "";

    // By index, of which request.
    private final TreeMap<Long, String> unnamed = new TreeMap<>();
    private final Map<String, TreeSet<Long>> ofRequests = new HashMap<>();
    private final Map<Erasure.Reason, Long> erased = new EnumMap<>(Erasure.Reason.class);

    /** In order of index. */
    void look(KeptEntry entry) {
        Erasure.read(entry.circumstances()).ifPresent(this::name);
        if (entry.particulars().isEmpty()) {
            var request = request(entry.circumstances());
            unnamed.put(entry.index(), request);
            ofRequests.computeIfAbsent(request, first -> new TreeSet<>()).add(entry.index());
        }
    }

    /**
     * How many are named, by reason.
     *
     * @throws BrokenLogException where one is not
     */
    Map<Erasure.Reason, Long> finish() {
        if (!unnamed.isEmpty()) {
            throw new BrokenLogException(
                    "entry " + unnamed.firstKey() + ": particulars are gone, and no erasure of the log names them");
        }
        return Map.copyOf(erased);
    }

    private void name(Erasure erasure) {
        switch (erasure.extent()) {
            case Erasure.Extent.OfRequest(var request) ->
                List.copyOf(ofRequests.getOrDefault(request, new TreeSet<>()))
                        .forEach(index -> count(index, erasure.reason()));
            case Erasure.Extent.OfEntries(var entries) -> entries.forEach(index -> count(index, erasure.reason()));
        }
    }

    private void count(long index, Erasure.Reason reason) {
        var request = unnamed.remove(index);
        if (request == null) {
            return;
        }
        var others = ofRequests.getOrDefault(request, new TreeSet<>());
        others.remove(index);
        if (others.isEmpty()) {
            ofRequests.remove(request);
        }
        erased.merge(reason, 1L, Long::sum);
    }

    private static String request(byte[] circumstances) {
        try {
            return JSON.readTree(circumstances).path("request").asText(NONE);
        } catch (IOException e) {
            return NONE;
        }
    }
}
