package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;

/**
 * A purpose for which agencies can be given somebody's details, with what a person's rights do to it.
 *
 * @param agencies by name, in the policy's order
 * @param restriction whether anybody is traced for it whose data are restricted
 */
public record DisclosurePurpose(
        PurposeId id,
        String title,
        LawfulBasis basis,
        List<String> agencies,
        Purpose.Restriction restriction,
        Objecting objecting) {
    /** Whether its lawful basis leaves a right to object. */
    public enum Objecting {
        OPEN,
        NOT_UNDER_THIS_BASIS
    }

    public DisclosurePurpose {
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(basis);
        agencies = List.copyOf(agencies);
        requireNonNull(restriction);
        requireNonNull(objecting);
    }
}
