package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A stop with what came of it.
 *
 * @param proposals to end it, oldest first, one a person
 * @param end empty while it holds
 */
public record Stoppage(Stop stop, List<Proposal> proposals, Optional<Resumption> end) {
    public Stoppage {
        requireNonNull(stop);
        proposals = List.copyOf(proposals);
        requireNonNull(end);
    }

    /** Whether it still holds. */
    public boolean holds() {
        return end.isEmpty();
    }

    /** Whether somebody has proposed to end it. */
    public boolean isProposedBy(String staffId) {
        return proposals.stream().anyMatch(proposal -> proposal.by().id().equals(staffId));
    }

    /** What somebody may approve: the oldest proposal that is not their own. */
    public Optional<Proposal> approvableBy(String staffId) {
        return proposals.stream()
                .filter(proposal -> !proposal.by().id().equals(staffId))
                .findFirst();
    }
}
