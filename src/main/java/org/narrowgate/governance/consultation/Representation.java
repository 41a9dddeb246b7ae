package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.governance.Author;

/**
 * What somebody says to a consultation.
 *
 * @param number in order of receipt, from 1
 * @param content empty once it is erased
 * @param readings how often staff have ruled on it
 * @param reading the latest; it counts
 */
public record Representation(
        int number,
        Instant receivedAt,
        Optional<Content> content,
        int readings,
        Optional<Reading> reading,
        Optional<Judgement> judgement) {
    public Representation {
        requireNonNull(receivedAt);
        requireNonNull(content);
        requireNonNull(reading);
        requireNonNull(judgement);
    }

    /** @param name of a person or an organisation, as they gave it; empty where they gave none */
    public record Content(String text, String name) {
        public Content {
            requireNonNull(text);
            requireNonNull(name);
        }
    }

    /** That somebody has read it, and whether it shows. */
    public record Reading(Ruling ruling, Author by, Instant at) {
        public Reading {
            requireNonNull(ruling);
            requireNonNull(by);
            requireNonNull(at);
        }
    }

    /** What the registry makes of it. */
    public record Judgement(String text, Author by, Instant at) {
        public Judgement {
            requireNonNull(text);
            requireNonNull(by);
            requireNonNull(at);
        }
    }

    public boolean isShown() {
        return reading.map(Reading::ruling).filter(Ruling.SHOWN::equals).isPresent();
    }

    public boolean isUnread() {
        return reading.isEmpty();
    }
}
