package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/** What somebody can stop at once, and what it takes two to start again. */
public sealed interface Stoppable {
    /** All that one agreement gives. */
    record OfAgreement(AgreementId id) implements Stoppable {
        public OfAgreement {
            requireNonNull(id);
        }
    }

    /** A purpose and those below it, for every agency. */
    record OfPurpose(PurposeId id) implements Stoppable {
        public OfPurpose {
            requireNonNull(id);
        }
    }

    /** An agency, whatever it asks for. */
    record OfAgency(AgencyId id) implements Stoppable {
        public OfAgency {
            requireNonNull(id);
        }
    }

    /** The kinds there are, as the log, the tables and addresses name them. */
    enum Kind {
        AGREEMENT,
        PURPOSE,
        AGENCY;

        /** For example: {@code agreement}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The thing of this kind with this name; empty where nothing can bear it. */
        public Optional<Stoppable> named(String id) {
            // The three kinds of names have one form.
            return PurposeId.parse(id).map(purpose -> switch (this) {
                case AGREEMENT -> new OfAgreement(new AgreementId(id));
                case PURPOSE -> new OfPurpose(purpose);
                case AGENCY -> new OfAgency(new AgencyId(id));
            });
        }
    }

    default Kind kind() {
        return switch (this) {
            case OfAgreement agreement -> Kind.AGREEMENT;
            case OfPurpose purpose -> Kind.PURPOSE;
            case OfAgency agency -> Kind.AGENCY;
        };
    }

    /** Its id as text. */
    default String name() {
        return switch (this) {
            case OfAgreement(var id) -> id.value();
            case OfPurpose(var id) -> id.value();
            case OfAgency(var id) -> id.value();
        };
    }
}
