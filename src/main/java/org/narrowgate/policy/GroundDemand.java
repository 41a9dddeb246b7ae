package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

/** A ground that a purpose accepts, and what it demands of one that is put forward. */
public sealed interface GroundDemand {
    GroundType type();

    /** What a refusal cites. */
    String clause();

    /** What the ground demands, in words for the agency. */
    String text();

    /**
     * An offence that is grave enough and far enough proven.
     *
     * @param earliestStage how far proceedings must have come at least
     */
    record SeriousCriminality(
            String clause, String text, int thresholdMonths, SentenceMeasure measure, OffenceStage earliestStage)
            implements GroundDemand {
        public SeriousCriminality {
            requireNonNull(clause);
            requireNonNull(text);
            requireNonNull(measure);
            requireNonNull(earliestStage);
        }

        @Override
        public GroundType type() {
            return GroundType.SERIOUS_CRIMINALITY;
        }
    }

    record PublicSecurityRisk(String clause, String text) implements GroundDemand {
        public PublicSecurityRisk {
            requireNonNull(clause);
            requireNonNull(text);
        }

        @Override
        public GroundType type() {
            return GroundType.PUBLIC_SECURITY_RISK;
        }
    }

    record MissingVulnerablePerson(String clause, String text) implements GroundDemand {
        public MissingVulnerablePerson {
            requireNonNull(clause);
            requireNonNull(text);
        }

        @Override
        public GroundType type() {
            return GroundType.MISSING_VULNERABLE_PERSON;
        }
    }

    record CourtOrder(String clause, String text, Directions directions) implements GroundDemand {
        public CourtOrder {
            requireNonNull(clause);
            requireNonNull(text);
            requireNonNull(directions);
        }

        @Override
        public GroundType type() {
            return GroundType.COURT_ORDER;
        }
    }

    /** What is held against the threshold. */
    enum SentenceMeasure {
        /** The sentence a court imposed: only a conviction has one. */
        SENTENCE_IMPOSED,
        /** The longest sentence the offence carries. */
        MAXIMUM_SENTENCE
    }

    /** Whether a request must say what the order directs. What it says is released within, either way. */
    enum Directions {
        REQUIRED,
        NOT_REQUIRED
    }
}
