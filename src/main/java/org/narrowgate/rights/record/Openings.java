package org.narrowgate.rights.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.OpenedEntry;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.rights.record.MyRecord.Opening;
import org.narrowgate.rights.record.MyRecord.Session;

/** The entries that say that a record was opened: so that people see whether somebody else opened theirs. */
final class Openings {
    static final String KIND = "record-opened";
    /** One session that looks again within this time opens nothing anew: a reload, the next page, the way back. */
    static final Duration ONE_OPENING = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing stands or falls with such an entry. */
    static final Share<String, String> ALONE = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(_ -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {}
    };

    private Openings() {}

    /**
     * @param subject the person's pseudonym
     * @param session tells one sign-in from another, and no sign-in from it
     */
    static Entry entry(String subject, String session, Instant at) {
        return Entry.of(
                Map.of("form", 1, "kind", KIND, "at", at.toString()), Map.of("subject", subject, "session", session));
    }

    /** The latest first. */
    static List<Opening> of(List<OpenedEntry> entries, String session) {
        return ours(entries)
                .map(entry -> new Opening(at(entry), sessionOf(entry, session)))
                .sorted(Comparator.comparing(Opening::at).reversed())
                .toList();
    }

    /** Whether this very session opened the record so shortly before that looking again is the same opening. */
    static boolean goesOn(List<Opening> openings, Instant now) {
        return openings.stream()
                .filter(opening -> opening.session() == Session.THIS)
                .anyMatch(opening -> now.isBefore(opening.at().plus(ONE_OPENING)));
    }

    private static Stream<OpenedEntry> ours(List<OpenedEntry> entries) {
        return entries.stream().filter(entry -> Said.kindOf(entry).equals(KIND));
    }

    private static Instant at(OpenedEntry entry) {
        return Instant.parse(text(entry.circumstances(), "at", entry));
    }

    private static Session sessionOf(OpenedEntry entry, String session) {
        return entry.particulars()
                .filter(particulars -> text(particulars, "session", entry).equals(session))
                .map(_ -> Session.THIS)
                .orElse(Session.ANOTHER);
    }

    private static String text(byte[] part, String name, OpenedEntry entry) {
        try {
            return JSON.readTree(part).path(name).asText();
        } catch (IOException e) {
            throw new IllegalStateException("entry " + entry.index() + " cannot be read");
        }
    }
}
