package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.policy.RefusalReason;

/**
 * What came of a replay, complete in itself: figures, the names they stand under, and what has to be known of them. It
 * holds nothing of any person, and of requests that agencies made nothing but their ids.
 *
 * @param before what decided first, as a sentence goes on with it
 * @param after what decided then
 * @param source which requests these were
 * @param caution stands beside every figure; empty where they are not made up
 * @param mix they were made up with; empty where they are not
 * @param notes what was left out and what was assumed, sentence by sentence
 * @param erased requests that could not be replayed, for too little is left of them
 * @param all every request
 * @param breakdowns each adds up to all
 * @param fields one for every field of the catalogue
 * @param shifts one for each that there can be; they add up to all
 */
public record ReplayResult(
        String before,
        String after,
        String source,
        Optional<String> caution,
        List<CaseShare> mix,
        List<String> notes,
        long erased,
        Line all,
        List<Breakdown> breakdowns,
        List<FieldLine> fields,
        List<ShiftLine> shifts) {
    /** So many are kept of each shift. */
    public static final int EXAMPLES = 10;

    public ReplayResult {
        requireNonNull(before);
        requireNonNull(after);
        requireNonNull(source);
        requireNonNull(caution);
        mix = List.copyOf(mix);
        notes = List.copyOf(notes);
        requireNonNull(all);
        breakdowns = List.copyOf(breakdowns);
        fields = List.copyOf(fields);
        shifts = List.copyOf(shifts);
    }

    /** What requests are broken down by. */
    public enum Dimension {
        AGENCY("By agency", "Agency"),
        PURPOSE("By purpose", "Purpose"),
        GROUND("By ground", "Ground"),
        ACTUAL("By what really became of them", "What became of them");

        private final String title;
        private final String head;

        Dimension(String title, String head) {
            this.title = title;
            this.head = head;
        }

        public String title() {
            return title;
        }

        public String head() {
            return head;
        }
    }

    public record Breakdown(Dimension dimension, List<Line> lines) {
        public Breakdown {
            requireNonNull(dimension);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Some of the requests, and how they were decided.
     *
     * @param key in a file for programs, for example an agency's id
     * @param crossings how many were decided so before and so after; pairs that did not occur may be missing
     * @param reasonsBefore what the first refused for; they add up to what it refused
     */
    public record Line(
            String key,
            String words,
            List<Crossing> crossings,
            Map<RefusalReason, Long> reasonsBefore,
            Map<RefusalReason, Long> reasonsAfter) {
        public Line {
            requireNonNull(key);
            requireNonNull(words);
            crossings = List.copyOf(crossings);
            reasonsBefore = Map.copyOf(reasonsBefore);
            reasonsAfter = Map.copyOf(reasonsAfter);
        }

        public long requests() {
            return crossings.stream().mapToLong(Crossing::count).sum();
        }

        public long before(Verdict verdict) {
            return crossings.stream()
                    .filter(crossing -> crossing.before() == verdict)
                    .mapToLong(Crossing::count)
                    .sum();
        }

        public long after(Verdict verdict) {
            return crossings.stream()
                    .filter(crossing -> crossing.after() == verdict)
                    .mapToLong(Crossing::count)
                    .sum();
        }
    }

    public record Crossing(Verdict before, Verdict after, long count) {
        public Crossing {
            requireNonNull(before);
            requireNonNull(after);
        }
    }

    /** What an answer could have held of one field. */
    public record FieldLine(String path, Given before, Given after) {
        public FieldLine {
            requireNonNull(path);
            requireNonNull(before);
            requireNonNull(after);
        }
    }

    /** @param nothing where the whole request was refused; with the others it adds up to all */
    public record Given(long released, long generalised, long withheld, long nothing) {}

    public record ShiftLine(Shift shift, long count, List<Example> examples) {
        public ShiftLine {
            requireNonNull(shift);
            examples = List.copyOf(examples);
        }
    }

    /**
     * One request whose decision differs.
     *
     * @param request one that an agency made, of which all else is looked up when it is shown
     * @param madeUp one that nobody made
     * @param treatments what differs field by field where both let it through, in words
     */
    public record Example(
            Optional<UUID> request, Optional<Told> madeUp, Ruled before, Ruled after, List<String> treatments) {
        public Example {
            requireNonNull(request);
            requireNonNull(madeUp);
            requireNonNull(before);
            requireNonNull(after);
            treatments = List.copyOf(treatments);
        }
    }

    /** A request as an example tells of it. */
    public record Told(String caseReference, String agency, String purpose, String ground) {
        public Told {
            requireNonNull(caseReference);
            requireNonNull(agency);
            requireNonNull(purpose);
            requireNonNull(ground);
        }
    }

    /** @param reason with its clause where it was refused */
    public record Ruled(Verdict verdict, Optional<RefusalReason> reason, Optional<String> clause) {
        public Ruled {
            requireNonNull(verdict);
            requireNonNull(reason);
            requireNonNull(clause);
        }
    }
}
