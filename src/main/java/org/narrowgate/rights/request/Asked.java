package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.narrowgate.policy.PurposeId;

/** What somebody asks of the registry about their own data. Articles are those of the UK GDPR. */
public sealed interface Asked {
    /** No more disclosures for this purpose: article 21. */
    record Objection(PurposeId against) implements Asked {
        public Objection {
            requireNonNull(against);
        }
    }

    /** No more disclosures for any purpose that yields: article 18. */
    record Restriction() implements Asked {}

    /** Something that is held is wrong: article 16. */
    record Rectification() implements Asked {}

    /** What is held and who received it, to take away: article 15. */
    record Copy() implements Asked {}

    /** What is asked, without what it is asked about. */
    enum Kind {
        OBJECTION("objection"),
        RESTRICTION("restriction"),
        RECTIFICATION("rectification"),
        COPY("copy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the log, addresses and copies name it. */
        public String word() {
            return word;
        }

        /** Of this kind; empty where an objection names no purpose, or something else names one. */
        public Optional<Asked> about(Optional<PurposeId> purpose) {
            return switch (this) {
                case OBJECTION -> purpose.map(Objection::new);
                case RESTRICTION -> Optional.<Asked>of(new Restriction()).filter(asked -> purpose.isEmpty());
                case RECTIFICATION -> Optional.<Asked>of(new Rectification()).filter(asked -> purpose.isEmpty());
                case COPY -> Optional.<Asked>of(new Copy()).filter(asked -> purpose.isEmpty());
            };
        }
    }

    default Kind kind() {
        return switch (this) {
            case Objection objection -> Kind.OBJECTION;
            case Restriction() -> Kind.RESTRICTION;
            case Rectification() -> Kind.RECTIFICATION;
            case Copy() -> Kind.COPY;
        };
    }

    /** The purpose objected to. */
    default Optional<PurposeId> purpose() {
        return switch (this) {
            case Objection(var against) -> Optional.of(against);
            case Restriction() -> Optional.empty();
            case Rectification() -> Optional.empty();
            case Copy() -> Optional.empty();
        };
    }
}
