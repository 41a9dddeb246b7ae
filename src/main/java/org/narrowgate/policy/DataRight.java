package org.narrowgate.policy;

/**
 * A right of the people concerned that depends on the lawful basis. Those to be informed, of access, rectification and
 * restriction, and about automated decisions hold under every basis.
 */
public enum DataRight {
    ERASURE,
    PORTABILITY,
    OBJECTION,
    WITHDRAWAL_OF_CONSENT;

    /** Data Protection Act 2018 and UK GDPR, articles 7(3), 17, 20 and 21. */
    public boolean holdsUnder(LawfulBasis basis) {
        return switch (this) {
            case ERASURE ->
                switch (basis) {
                    case CONSENT, CONTRACT, VITAL_INTERESTS, LEGITIMATE_INTERESTS -> true;
                    case LEGAL_OBLIGATION, PUBLIC_TASK -> false;
                };
            case PORTABILITY ->
                switch (basis) {
                    case CONSENT, CONTRACT -> true;
                    case LEGAL_OBLIGATION, VITAL_INTERESTS, PUBLIC_TASK, LEGITIMATE_INTERESTS -> false;
                };
            case OBJECTION ->
                switch (basis) {
                    case PUBLIC_TASK, LEGITIMATE_INTERESTS -> true;
                    case CONSENT, CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS -> false;
                };
            case WITHDRAWAL_OF_CONSENT -> basis == LawfulBasis.CONSENT;
        };
    }
}
