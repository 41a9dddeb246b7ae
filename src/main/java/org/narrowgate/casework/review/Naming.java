package org.narrowgate.casework.review;

import org.narrowgate.casework.Moment;
import org.narrowgate.casework.review.Queue.Named;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;

/** What ids are called under the policy in force; by themselves where it does not know them any more. */
final class Naming {
    private Naming() {}

    static Named agency(AgencyId id, Moment moment) {
        return new Named(
                id.value(),
                moment.policy().policy().agency(id).map(Agency::name).orElse(id.value()));
    }

    static Named purpose(PurposeId id, Moment moment) {
        return new Named(
                id.value(),
                moment.policy().policy().purpose(id).map(Purpose::title).orElse(id.value()));
    }
}
