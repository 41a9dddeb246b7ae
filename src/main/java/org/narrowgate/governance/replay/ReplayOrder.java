package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.governance.draft.DraftId;

/** What is to be replayed, against what, over which requests. */
public record ReplayOrder(Proposal proposal, Opponent opponent, Choice choice) {
    public ReplayOrder {
        requireNonNull(proposal);
        requireNonNull(opponent);
        requireNonNull(choice);
    }

    /** The policy that somebody wants to know the effect of. */
    public sealed interface Proposal {
        /** A draft as it stood at this revision. */
        record OfDraft(DraftId draft, int revision) implements Proposal {
            public OfDraft {
                requireNonNull(draft);
            }
        }

        /** A published version. */
        record OfVersion(int number) implements Proposal {}
    }

    /** What it is held against. */
    public enum Opponent {
        /** The version in force when it is started. */
        IN_FORCE,
        /** Over the made-up archive of that year only: whoever asks today never asked under it. */
        PRACTICE_OF_2016
    }

    /** Which requests. */
    public sealed interface Choice {
        /** Those that agencies made. */
        record Recorded(Period period) implements Choice {
            public Recorded {
                requireNonNull(period);
            }
        }

        /** The made-up archive of 2016. */
        record Archive2016() implements Choice {}

        /** The same with another mix of the Home Office's cases. */
        record Varied2016(List<CaseShare> mix) implements Choice {
            public Varied2016 {
                mix = List.copyOf(mix);
            }
        }
    }
}
