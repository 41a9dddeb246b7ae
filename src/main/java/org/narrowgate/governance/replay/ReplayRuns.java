package org.narrowgate.governance.replay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.DraftId;

/** The replays there were, on whatever replica. */
public interface ReplayRuns {
    void ask(ReplayId id, ReplayOrder order, int inForce, Author by);

    /** Whether it may begin; not where it was cancelled while it waited. */
    boolean begin(ReplayId id, long total);

    /** Whether it may go on; not where it was cancelled. */
    boolean progress(ReplayId id, long done);

    /** Keeps what came of it, unless it was cancelled. */
    void finish(ReplayId id, long done, ReplayResult result);

    void fail(ReplayId id);

    /** Whether it was under way, and now is not. */
    boolean cancel(ReplayId id);

    /** Says of these that somebody is at work on them. */
    void beat(Collection<ReplayId> ids);

    Optional<ReplayRun> run(ReplayId id);

    /** The newest first. */
    List<ReplayRun> ofDraft(DraftId draft, int most);

    /** Those of published versions, the newest first. */
    List<ReplayRun> ofVersions(int most);

    /** Empty unless it is done. */
    Optional<ReplayResult> result(ReplayId id);
}
