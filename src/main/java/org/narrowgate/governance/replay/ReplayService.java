package org.narrowgate.governance.replay;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.RecordedRequests;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.replay.ReplayResult.Example;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.policy.PolicyInForce;

/** What a change of policy would have done, found out in the background. Nothing is released, and no person read. */
@ApplicationScoped
public class ReplayService {
    private static final Logger LOG = Logger.getLogger(ReplayService.class);
    private static final int SHOWN = 20;

    private final ReplayMaterial material;
    private final PolicyInForce inForce;
    private final RecordedRequests recorded;
    private final ReplayArchive archive;
    private final ReplayRuns runs;
    private final Clock clock;
    private final ReplayQueue queue;

    ReplayService(
            ReplayMaterial material,
            PolicyInForce inForce,
            RecordedRequests recorded,
            ReplayArchive archive,
            ReplayRuns runs,
            Clock clock) {
        this.material = material;
        this.inForce = inForce;
        this.recorded = recorded;
        this.archive = archive;
        this.runs = runs;
        this.clock = clock;
        this.queue = new ReplayQueue(runs::beat);
    }

    /**
     * Begins a replay, or has it wait for its turn.
     *
     * @throws GovernanceException DRAFT_UNKNOWN, VERSION_UNKNOWN, NOT_OFFERED, NOT_FOR_THIS_ROLE
     */
    public ReplayId start(Staff staff, ReplayOrder order) {
        admit(staff);
        int current = inForce.current().number();
        var ordered = material.of(order, current);
        if (!queue.take()) {
            throw notOffered("Too many replays are waiting already: wait until one is over, or cancel one.");
        }
        var id = new ReplayId(UUID.randomUUID());
        try {
            runs.ask(id, order, current, Author.of(staff));
            queue.put(id, () -> run(id, ordered));
        } catch (RuntimeException e) {
            queue.free();
            throw e;
        }
        return id;
    }

    /** @throws GovernanceException TARGET_UNKNOWN, NOT_FOR_THIS_ROLE */
    public ReplayRun run(Staff staff, ReplayId id) {
        admit(staff);
        return runs.run(id)
                .orElseThrow(() -> new GovernanceException(Fault.TARGET_UNKNOWN, "There is no such replay."));
    }

    /**
     * Those of one draft, the newest first.
     *
     * @throws GovernanceException NOT_FOR_THIS_ROLE
     */
    public List<ReplayRun> ofDraft(Staff staff, DraftId draft) {
        admit(staff);
        return runs.ofDraft(draft, SHOWN);
    }

    /**
     * Those of published versions, the newest first.
     *
     * @throws GovernanceException NOT_FOR_THIS_ROLE
     */
    public List<ReplayRun> ofVersions(Staff staff) {
        admit(staff);
        return runs.ofVersions(SHOWN);
    }

    /**
     * What came of it; empty unless it is done.
     *
     * @throws GovernanceException NOT_FOR_THIS_ROLE
     */
    public Optional<ReplayResult> result(Staff staff, ReplayId id) {
        admit(staff);
        return runs.result(id);
    }

    /**
     * What there still is to tell of the requests that a result's examples name; one that was erased is missing.
     *
     * @throws GovernanceException NOT_FOR_THIS_ROLE
     */
    public Map<UUID, Told> told(Staff staff, ReplayResult result) {
        admit(staff);
        var ids = result.shifts().stream()
                .flatMap(shift -> shift.examples().stream())
                .map(Example::request)
                .flatMap(Optional::stream)
                .map(TracingRequestId::new)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rules = Rulebook.of("", inForce.current().policy(), Moment.dayOf(clock.instant()));
        var names = new Names(rules, rules);
        return recorded.found(ids).values().stream()
                .collect(toUnmodifiableMap(
                        request -> request.id().value(),
                        request -> new Told(
                                request.caseReference(),
                                names.agency(request.agency()),
                                names.purpose(request.facts().purpose()),
                                names.ground(request.facts().ground()))));
    }

    /**
     * Ends a replay that is waiting or running.
     *
     * @throws GovernanceException TARGET_UNKNOWN, NOT_OFFERED, NOT_FOR_THIS_ROLE
     */
    public void cancel(Staff staff, ReplayId id) {
        var run = run(staff, id);
        if (!runs.cancel(id)) {
            throw notOffered("This replay is " + run.state().words() + " and cannot be cancelled any more.");
        }
    }

    /** The mix of the Home Office's cases that the archive is made with. */
    public List<CaseShare> assumedMix() {
        return archive.assumedMix();
    }

    private void run(ReplayId id, ReplayMaterial.Ordered ordered) {
        try {
            var requests = ordered.requests();
            if (!runs.begin(id, requests.count())) {
                return;
            }
            var replay = new Replay(ordered.before(), ordered.after(), requests.limits());
            var course = new ReplayCourse(replay, done -> runs.progress(id, done));
            if (course.run(requests)) {
                runs.finish(id, course.done(), replay.result(requests, requests.erased()));
            }
        } catch (RuntimeException e) {
            // INVARIANT: without its message, which may quote what an agency said.
            LOG.errorf("replay %s failed: %s", id, e.getClass().getName());
            failed(id);
        }
    }

    private void failed(ReplayId id) {
        try {
            runs.fail(id);
        } catch (RuntimeException e) {
            // The database is away, so it cannot be said. Without a heartbeat it soon counts as interrupted.
            LOG.errorf(
                    "replay %s cannot be marked as failed: %s", id, e.getClass().getName());
        }
    }

    private static void admit(Staff staff) {
        if (!staff.is(StaffRole.POLICY_AUTHOR) && !staff.is(StaffRole.POLICY_APPROVER)) {
            throw new GovernanceException(
                    Fault.NOT_FOR_THIS_ROLE, "Only policy authors and policy approvers replay policies.");
        }
    }

    private static GovernanceException notOffered(String sentence) {
        return new GovernanceException(Fault.NOT_OFFERED, sentence);
    }

    @PreDestroy
    void stop() {
        queue.close();
    }
}
