package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.Agreement;

/**
 * An agreement as the register holds it: its last text, how it stands, and how it came to that.
 *
 * @param lastIn the number of the version that its text is from: the one in force, or the last that named it
 * @param history oldest first
 * @param announced what published versions will change, next first
 */
public record RegisteredAgreement(
        Agreement agreement,
        Agency agency,
        int lastIn,
        AgreementStatus status,
        List<AgreedPurpose> purposes,
        List<Milestone> history,
        List<Milestone> announced) {
    public RegisteredAgreement {
        requireNonNull(agreement);
        requireNonNull(agency);
        requireNonNull(status);
        purposes = List.copyOf(purposes);
        history = List.copyOf(history);
        announced = List.copyOf(announced);
    }
}
