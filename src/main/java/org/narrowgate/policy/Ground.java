package org.narrowgate.policy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What one request puts forward to make its case acceptable. */
public sealed interface Ground {
    GroundType type();

    /** What is put forward, without the agency's own sentences and references, which may name people. */
    default String words() {
        return FactsInWords.of(this);
    }

    /** @param sentenceMonths the sentence imposed, in months; empty where none was stated */
    record SeriousCriminality(Offence offence, OffenceStage stage, OptionalInt sentenceMonths) implements Ground {
        @Override
        public GroundType type() {
            return GroundType.SERIOUS_CRIMINALITY;
        }
    }

    record PublicSecurityRisk(String statement) implements Ground {
        @Override
        public GroundType type() {
            return GroundType.PUBLIC_SECURITY_RISK;
        }
    }

    record MissingVulnerablePerson(String statement) implements Ground {
        @Override
        public GroundType type() {
            return GroundType.MISSING_VULNERABLE_PERSON;
        }
    }

    /** @param directs the fields the order directs; empty where the request does not say */
    record CourtOrder(String reference, Optional<Set<Field>> directs) implements Ground {
        public CourtOrder {
            directs = directs.map(Set::copyOf);
        }

        @Override
        public GroundType type() {
            return GroundType.COURT_ORDER;
        }
    }
}
