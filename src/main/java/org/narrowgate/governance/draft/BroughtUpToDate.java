package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A draft that now begins from the version in force.
 *
 * @param conflicts in words, where both the draft and that version had changed the same: the draft's word was kept
 */
public record BroughtUpToDate(Draft draft, List<String> conflicts) {
    public BroughtUpToDate {
        requireNonNull(draft);
        conflicts = List.copyOf(conflicts);
    }
}
