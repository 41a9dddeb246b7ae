package org.narrowgate.governance.stop;

import static org.narrowgate.governance.GovernanceException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;
import static org.narrowgate.governance.GovernanceException.Fault.SAME_PERSON;
import static org.narrowgate.governance.GovernanceException.Fault.STALE;
import static org.narrowgate.governance.GovernanceException.Fault.TARGET_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.stop.StopMove.Kind;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.Stoppable;

/**
 * Stops an agreement, a purpose or an agency at once; starts it again with two. Every method throws
 * {@link GovernanceException} with a sentence where it cannot.
 */
@ApplicationScoped
public class StopService {
    // Of those who stop something at the same moment one succeeds in each round; a stop must not fail for that.
    private static final int ATTEMPTS = 100;

    private final Ledger ledger;
    private final PolicyInForce policy;
    private final StopEvents events;
    private final StopEntries entries;
    private final Clock clock;
    // One for all appends: a batch is of one share.
    private final StopShare share = new StopShare();

    StopService(Ledger ledger, PolicyInForce policy, StopEvents events, StopEntries entries, Clock clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.events = events;
        this.entries = entries;
        this.clock = clock;
    }

    /** All there ever were, newest first. */
    public List<Stoppage> all() {
        return events.all();
    }

    /** The stop that holds this very thing now; empty where none does. */
    public Optional<Stoppage> holding(Stoppable thing) {
        var held = policy.refresh().policy().stops().stopOf(thing);
        return held.isPresent() ? events.stop(held.getAsLong()) : Optional.empty();
    }

    /**
     * Stops something at once. On return the stop is in the log, no release of what it concerns follows its entry, and
     * whoever asks is refused. Where it is stopped already, nothing is written.
     */
    public Suspension suspend(Staff staff, Stoppable thing, String reason) {
        mayStop(staff);
        var text = Wording.reasons(reason);
        return decided(() -> {
            var version = policy.refresh();
            var held = version.policy().stops().stopOf(thing);
            if (held.isPresent()) {
                return Optional.of(new Suspension.Before(
                        events.stop(held.getAsLong()).orElseThrow().stop()));
            }
            // What is only announced can be stopped before its day: nobody has to wait up for it.
            if (!policy.announcements().name(thing)) {
                throw unknown(thing);
            }
            var move = new StopMove(new Kind.ToStop(), thing, Author.of(staff), text, version.mark());
            return written(move, version, Optional.empty()).map(stoppage -> new Suspension.Now(stoppage.stop()));
        });
    }

    /**
     * Proposes to end the stop that holds.
     *
     * @param seen number of the stop the person has seen; empty where whichever holds is meant
     */
    public Stoppage proposeResume(Staff staff, Stoppable thing, OptionalLong seen, String reason) {
        mayStop(staff);
        var text = Wording.reasons(reason);
        var held = held(policy.refresh(), thing, seen);
        if (held.isProposedBy(staff.id())) {
            throw new GovernanceException(
                    NOT_OFFERED, "You have proposed this already. Somebody else, a policy approver, can approve it.");
        }
        events.propose(held.stop().number(), new Proposal(Author.of(staff), now(), text));
        return events.stop(held.stop().number()).orElseThrow();
    }

    /**
     * Approves what somebody else proposed: with that it is started again.
     *
     * @param seen number of the stop the person has seen; empty where whichever holds is meant
     */
    public Stoppage approveResume(Staff staff, Stoppable thing, OptionalLong seen, String reason) {
        if (!staff.is(StaffRole.POLICY_APPROVER)) {
            throw new GovernanceException(NOT_FOR_THIS_ROLE, "Only a policy approver can approve a resumption.");
        }
        var text = Wording.reasons(reason);
        return decided(() -> {
            var version = policy.refresh();
            var held = held(version, thing, seen);
            var proposal = held.approvableBy(staff.id()).orElseThrow(() -> notApprovable(held));
            var kind = new Kind.ToResume(held.stop().number(), proposal.by().id());
            return written(
                    new StopMove(kind, thing, Author.of(staff), text, version.mark()),
                    version,
                    Optional.of(new StopEntries.End(held.stop(), proposal)));
        });
    }

    private Stoppage held(PolicyVersion version, Stoppable thing, OptionalLong seen) {
        var stopped = version.policy().stops().stopOf(thing);
        if (seen.isPresent() && !seen.equals(stopped)) {
            throw new GovernanceException(
                    STALE,
                    stopped.isPresent()
                            ? "It was started again meanwhile, and stopped anew. Read why, and decide again."
                            : "It was started again meanwhile.");
        }
        if (stopped.isEmpty()) {
            throw version.policy().names(thing)
                    ? new GovernanceException(NOT_OFFERED, "It is not stopped, so there is nothing to start again.")
                    : unknown(thing);
        }
        return events.stop(stopped.getAsLong()).orElseThrow();
    }

    private static GovernanceException notApprovable(Stoppage held) {
        return held.proposals().isEmpty()
                ? new GovernanceException(
                        NOT_OFFERED, "Nobody has proposed to start it again. Propose it; somebody else approves.")
                : new GovernanceException(
                        SAME_PERSON, "You proposed to start it again; somebody else has to approve it.");
    }

    private static void mayStop(Staff staff) {
        if (!staff.is(StaffRole.POLICY_AUTHOR) && !staff.is(StaffRole.POLICY_APPROVER)) {
            throw new GovernanceException(
                    NOT_FOR_THIS_ROLE, "Only a policy author or a policy approver can stop something.");
        }
    }

    private static GovernanceException unknown(Stoppable thing) {
        return new GovernanceException(
                TARGET_UNKNOWN,
                "Neither the policy in force nor one that is announced has the "
                        + thing.kind().word() + " `" + thing.name() + "`.");
    }

    /** Decides, again for as long as what it was decided on has changed meanwhile. */
    private <A> A decided(Supplier<Optional<A>> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var decided = decide.get();
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        throw new GovernanceException(STALE, "The policy keeps changing. Try again.");
    }

    private Optional<Stoppage> written(StopMove move, PolicyVersion version, Optional<StopEntries.End> end) {
        return switch (ledger.append(entries.entry(move, version, now(), end), share, move)) {
            case Appended.Objected<StopShare.Objection> objected -> Optional.empty();
            case Appended.Written<StopShare.Objection> written -> {
                // So that what is read here next, by anybody, is read under it.
                policy.refresh();
                yield events.stop(
                        switch (move.kind()) {
                            case Kind.ToStop() -> move.number();
                            case Kind.ToResume(var lifts, var proposedBy) -> lifts;
                        });
            }
        };
    }

    private Instant now() {
        // As exact as the database keeps it.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
