package org.narrowgate.transparency.agreements;

import java.util.List;
import java.util.Optional;
import org.narrowgate.policy.AgreementId;

/**
 * Everything that was ever agreed, as of one moment.
 *
 * @param versions latest first
 */
public record PublicRegister(List<RegisteredAgreement> agreements, List<RegisteredVersion> versions) {
    public PublicRegister {
        agreements = List.copyOf(agreements);
        versions = List.copyOf(versions);
    }

    public Optional<RegisteredAgreement> agreement(AgreementId id) {
        return agreements.stream()
                .filter(registered -> registered.agreement().id().equals(id))
                .findFirst();
    }
}
