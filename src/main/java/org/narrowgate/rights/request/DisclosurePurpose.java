package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.PurposeId;

/**
 * A purpose for which agencies can be given somebody's details, with what a person's rights do to it.
 *
 * @param agencies by name, in the policy's order
 */
public record DisclosurePurpose(
        PurposeId id,
        String title,
        LawfulBasis basis,
        List<String> agencies,
        UnderRestriction restriction,
        Objecting objecting) {
    /** What becomes of it while a person's data are restricted. */
    public enum UnderRestriction {
        /** Nobody is traced for it. */
        YIELDS,
        /** It goes on: the law puts it above the restriction. */
        STANDS
    }

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
