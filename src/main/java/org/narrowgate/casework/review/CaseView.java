package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.casework.Approval;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.Handling;
import org.narrowgate.casework.Submission;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.Queue.Named;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Requirement;

/**
 * One request as a caseworker weighs it: all the agency said, all the policy demands, and nothing of what the registry
 * holds.
 *
 * @param version what the caseworker has seen; a decision on anything older is turned away
 * @param requirements what is required of the request itself, not of how its agency stands
 * @param treatments what would be released, one for every field; empty where the policy would refuse it now
 * @param sameCase this agency's other requests for the same case reference, newest first
 * @param sameAgency this agency's latest other requests, newest first
 * @param moves what this caseworker can do with it now
 * @param secondCaseworker whether approving takes two
 * @param first the approval that waits for a second
 */
public record CaseView(
        TracingRequestId id,
        Instant version,
        Named agency,
        Named purpose,
        String caseReference,
        Submission said,
        Handling handling,
        Progress progress,
        Timeliness timeliness,
        List<Requirement> requirements,
        Map<Field, FieldTreatment> treatments,
        List<Earlier> sameCase,
        List<Earlier> sameAgency,
        List<HistoryLine> history,
        Optional<Claim> claim,
        Set<Move> moves,
        SecondCaseworker secondCaseworker,
        Optional<Approval> first) {
    public CaseView {
        requirements = List.copyOf(requirements);
        treatments = Map.copyOf(treatments);
        sameCase = List.copyOf(sameCase);
        sameAgency = List.copyOf(sameAgency);
        history = List.copyOf(history);
        moves = Set.copyOf(moves);
    }

    /** Whether one caseworker's approval is enough, and if not, why. */
    public enum SecondCaseworker {
        NOT_NEEDED,
        NEEDED_FOR_PRIORITY,
        NEEDED_FOR_PURPOSE
    }

    /** An earlier request in brief. */
    public record Earlier(
            TracingRequestId id, String caseReference, Named purpose, Progress progress, Instant receivedAt) {}

    /**
     * A step of the request, as the log has it.
     *
     * @param entry index of the log entry
     * @param by the pseudonym of the member of staff who did it; empty where the agency or the clock did
     * @param words what was said with it; empty where nothing was, or it is erased
     */
    public record HistoryLine(long entry, Instant at, String kind, Optional<String> by, Map<String, String> words) {
        public HistoryLine {
            words = Map.copyOf(words);
        }
    }
}
