package org.narrowgate.governance.replay;

import java.util.List;

/** The made-up year before the agreement, as requests to be replayed. */
public interface ReplayArchive {
    /** The mix of the Home Office's cases that the archive is made with. */
    List<CaseShare> assumedMix();

    /** The archive as it is kept; made anew where none was loaded. */
    ReplayRequests asAssumed();

    /**
     * The same year with another mix of the Home Office's cases.
     *
     * @param mix some of the assumed kinds, with other weights; a kind that is not named does not occur
     * @throws IllegalArgumentException where a kind is unknown, or nothing has any weight
     */
    ReplayRequests varied(List<CaseShare> mix);
}
