package org.narrowgate.casework.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.ledger.OpenedEntries;
import org.narrowgate.ledger.OpenedEntry;

/** A request's steps, read back from the disclosure log. */
@ApplicationScoped
class CaseHistory {
    private static final ObjectMapper JSON = new ObjectMapper();
    // The others happen only where somebody was traced, and that is not for caseworkers to know.
    private static final Set<String> FOR_CASEWORKERS = Set.of(
            "request",
            "view",
            "question",
            "information",
            "priority",
            "approval",
            "review",
            "withdrawal",
            "escalation",
            "mismatch",
            "incident",
            "embargo-asked",
            "embargo-proposed",
            "embargo-approved",
            "embargo-refused",
            "embargo-ended",
            "erasure");
    private static final List<String> WORDS = List.of(
            "decision",
            "priority",
            "question",
            "information",
            "reason",
            "reasons",
            "proportionality",
            "alternatives",
            "findings");

    private final CaseFiles files;
    private final OpenedEntries entries;

    CaseHistory(CaseFiles files, OpenedEntries entries) {
        this.files = files;
        this.entries = entries;
    }

    List<CaseView.HistoryLine> of(CaseFile file) {
        return entries.at(files.entriesOf(file.id())).stream()
                .map(CaseHistory::line)
                .filter(line -> FOR_CASEWORKERS.contains(line.kind()))
                .toList();
    }

    /** Every field of the person traced that left, as held or generalised, by its path. */
    Set<String> disclosedFields(CaseFile file) {
        var fields = new LinkedHashSet<String>();
        for (var entry : entries.at(files.entriesOf(file.id()))) {
            var circumstances = json(entry.circumstances());
            circumstances.path("released").forEach(path -> fields.add(path.asText()));
            circumstances.path("generalised").fieldNames().forEachRemaining(fields::add);
        }
        return fields;
    }

    private static CaseView.HistoryLine line(OpenedEntry entry) {
        var circumstances = json(entry.circumstances());
        var particulars = entry.particulars().map(CaseHistory::json).orElseGet(JSON::createObjectNode);
        return new CaseView.HistoryLine(
                entry.index(),
                Instant.parse(circumstances.get("at").asText()),
                circumstances.get("kind").asText(),
                Optional.ofNullable(particulars.get("by")).map(JsonNode::asText),
                words(particulars));
    }

    private static Map<String, String> words(JsonNode particulars) {
        var words = new LinkedHashMap<String, String>();
        for (var name : WORDS) {
            if (particulars.path(name).isTextual()) {
                words.put(name, particulars.get(name).asText());
            }
        }
        return words;
    }

    private static JsonNode json(byte[] part) {
        try {
            return JSON.readTree(part);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the log is not JSON", e);
        }
    }
}
