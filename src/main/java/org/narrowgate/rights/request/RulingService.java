package org.narrowgate.rights.request;

import static org.narrowgate.rights.request.RightsException.Fault.CASE_UNKNOWN;
import static org.narrowgate.rights.request.RightsException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.rights.request.RightsException.Fault.NOT_OFFERED;
import static org.narrowgate.rights.request.RightsException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.rights.request.RightsEntries.Kind;
import org.narrowgate.rights.request.RightsMove.Change;

/**
 * What caseworkers do with people's requests. Moves take the version that was seen; every method throws
 * {@link RightsException} with a sentence where it cannot.
 */
@ApplicationScoped
public class RulingService {
    /** The least that a person is told with a decision. */
    public static final int SHORTEST_REASONS = 20;

    private static final int MOST = 200;

    private final RightsCases cases;
    private final RightsEntries entries;
    private final RightsRecorder recorder;
    private final PolicyInForce policy;

    RulingService(RightsCases cases, RightsEntries entries, RightsRecorder recorder, PolicyInForce policy) {
        this.cases = cases;
        this.entries = entries;
        this.recorder = recorder;
        this.policy = policy;
    }

    /** Those that wait for a decision, oldest first. */
    public List<RightsCase> open(Staff staff) {
        requireCaseworker(staff);
        return cases.open();
    }

    /** The latest of those that do not. */
    public List<RightsCase> decided(Staff staff) {
        requireCaseworker(staff);
        return cases.decided(MOST);
    }

    /** One case. That somebody saw it is in the log before they do. */
    public RightsCase view(Staff staff, RightsCaseId id) {
        requireCaseworker(staff);
        var file = known(id);
        return recorder.record(
                entries.ofStaff(Kind.VIEWED, file, staff, Map.of(), policy.current(), recorder.now()),
                new RightsMove(file, new Change.Nothing()));
    }

    /** The person is right. A restriction goes on; an objection holds for good; a copy can be had. */
    public RightsCase uphold(Staff staff, RightsCaseId id, int seen, String reasons) {
        return ruled(staff, id, seen, reasons, Kind.DECIDED, (file, reply) -> {
            var open = open(file, "Only a case that nobody has decided can be upheld");
            return file.moved(open.uphold(file.asked(), reply));
        });
    }

    /** The person is not right. What was restricted meanwhile goes on for the days of notice, and no longer. */
    public RightsCase refuse(Staff staff, RightsCaseId id, int seen, String reasons) {
        return ruled(staff, id, seen, reasons, Kind.DECIDED, (file, reply) -> {
            var open = open(file, "Only a case that nobody has decided can be refused");
            return file.moved(open.refuse(reply));
        });
    }

    /** The answer takes one or two months longer, once. */
    public RightsCase extend(Staff staff, RightsCaseId id, int seen, int months, String reasons) {
        return ruled(staff, id, seen, reasons, Kind.EXTENDED, (file, reply) -> {
            if (!(file.state() instanceof RightsState.Received received)) {
                throw new RightsException(
                        NOT_OFFERED, "The time for a case that is open can be extended, and only once.");
            }
            return file.extended(received, new Extension(months, reply));
        });
    }

    /** A restriction is no longer needed: it ends after the days of notice. */
    public RightsCase lift(Staff staff, RightsCaseId id, int seen, String reasons) {
        return ruled(staff, id, seen, reasons, Kind.LIFTED, (file, reply) -> {
            if (!(file.state() instanceof RightsState.Standing standing)) {
                throw new RightsException(NOT_OFFERED, "Only a restriction that was upheld can be lifted.");
            }
            return file.moved(standing.lift(reply));
        });
    }

    private interface Ruling {
        RightsCase of(RightsCase file, Reply reply);
    }

    private RightsCase ruled(Staff staff, RightsCaseId id, int seen, String reasons, Kind kind, Ruling ruling) {
        requireCaseworker(staff);
        var file = known(id);
        if (file.version() != seen) {
            throw new RightsException(STALE, "This case has moved since you opened it. Nothing was done.");
        }
        var text = Writing.of(SHORTEST_REASONS, "What the person is told", reasons);
        Instant now = recorder.now();
        var moved = ruling.of(file, new Reply(staff.id(), staff.name(), now, text));
        return recorder.record(
                entries.ofStaff(kind, moved, staff, Map.of("reasons", text), policy.current(), now),
                new RightsMove(moved, new Change.Moved()));
    }

    private static RightsState.Open open(RightsCase file, String when) {
        if (file.state() instanceof RightsState.Open open) {
            return open;
        }
        throw new RightsException(NOT_OFFERED, when + ".");
    }

    private RightsCase known(RightsCaseId id) {
        return cases.find(id).orElseThrow(() -> new RightsException(CASE_UNKNOWN, "There is no such case."));
    }

    private static void requireCaseworker(Staff staff) {
        if (!staff.is(StaffRole.CASEWORKER)) {
            throw new RightsException(NOT_FOR_THIS_ROLE, "People's requests are for caseworkers.");
        }
    }
}
