package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.policy.Change;

/**
 * A question put to the public: the text of a draft as it stood then, and until when anybody may say something to it.
 *
 * @param base the policy version that the text was compared with
 * @param hash of the text consulted on, SHA-256 of its canonical JSON, hex
 * @param difference from that version, in words
 * @param closesOn its last day, in London
 */
public record Consultation(
        ConsultationId id,
        DraftId draft,
        int revision,
        int base,
        String title,
        String text,
        String hash,
        List<Change> difference,
        Author openedBy,
        Instant openedAt,
        LocalDate closesOn,
        Optional<Ending> ending) {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** How far a consultation has come. */
    public enum Stage {
        /** Anybody may send a representation. */
        OPEN("open"),
        /** Its last day is over; staff have still to say what came of it. */
        CLOSED("closed, and its outcome is not published yet"),
        /** What came of it is published. */
        DECIDED("ended, and its outcome is published"),
        /** Nothing comes of it. */
        WITHDRAWN("withdrawn");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** As a sentence says it, after "is". */
        public String words() {
            return words;
        }
    }

    public Consultation {
        requireNonNull(id);
        requireNonNull(draft);
        requireNonNull(title);
        requireNonNull(text);
        requireNonNull(hash);
        difference = List.copyOf(difference);
        requireNonNull(openedBy);
        requireNonNull(openedAt);
        requireNonNull(closesOn);
        requireNonNull(ending);
    }

    public Stage stage(Instant now) {
        return ending.map(Consultation::stageOf).orElseGet(() -> now.isBefore(closesAt()) ? Stage.OPEN : Stage.CLOSED);
    }

    /** The end of its last day. */
    public Instant closesAt() {
        return endOf(closesOn);
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private static Stage stageOf(Ending ending) {
        return switch (ending) {
            case Ending.Outcome outcome -> Stage.DECIDED;
            case Ending.Withdrawal withdrawal -> Stage.WITHDRAWN;
        };
    }
}
