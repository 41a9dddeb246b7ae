package org.narrowgate.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** What asking the registry came to, before it is written down. */
public sealed interface Finding {
    /** Nobody, more than one, or someone who must not be found. */
    record NobodyToDisclose() implements Finding {}

    /** One person. INVARIANT: their details come out against a receipt only. */
    final class Disclosable implements Finding {
        private final Footing footing;
        private final NhsNumber nhsNumber;
        private final TreatedPerson treated;

        Disclosable(Footing footing, NhsNumber nhsNumber, TreatedPerson treated) {
            this.footing = footing;
            this.nhsNumber = nhsNumber;
            this.treated = treated;
        }

        public PersonKey person() {
            return footing.version().person();
        }

        /** What must still hold where it is written down. */
        Footing footing() {
            return footing;
        }

        NhsNumber nhsNumber() {
            return nhsNumber;
        }

        TreatedPerson treated() {
            return treated;
        }

        public Outcome.Traced release(Receipt receipt, Instant readableUntil, LocalDate destroyBy) {
            return new Outcome.Traced(treated.person(), treated.withheld(), receipt, readableUntil, destroyBy);
        }
    }
}
