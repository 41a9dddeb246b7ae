package org.narrowgate.web.console.policy;

import java.util.List;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.Sign;

/**
 * A policy version and how it came to be.
 *
 * @param origin who wrote and who approved it, and why; for the first, where it came from
 * @param difference from the version before; nothing for the first
 */
public record VersionModel(
        int number, Sign state, String inForceFrom, String hash, List<Saying> origin, DifferenceModel difference) {
    public VersionModel {
        origin = List.copyOf(origin);
    }
}
