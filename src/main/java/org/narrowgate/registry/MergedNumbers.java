package org.narrowgate.registry;

import java.util.List;
import org.narrowgate.subject.NhsNumber;

/** The NHS numbers that are, or were, one person's. */
@FunctionalInterface
public interface MergedNumbers {
    /** This one, what superseded it and what it superseded; this one alone where the registry holds nothing of it. */
    List<NhsNumber> of(NhsNumber number);
}
