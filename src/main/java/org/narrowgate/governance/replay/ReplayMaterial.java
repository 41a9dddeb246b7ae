package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.RecordedRequests;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.draft.store.Drafts;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** Finds what an order names: what decides, and the requests to be decided on. */
@ApplicationScoped
class ReplayMaterial {
    private final Drafts drafts;
    private final PolicyVersions versions;
    private final RecordedRequests recorded;
    private final ReplayArchive archive;
    private final Clock clock;

    ReplayMaterial(
            Drafts drafts, PolicyVersions versions, RecordedRequests recorded, ReplayArchive archive, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.recorded = recorded;
        this.archive = archive;
        this.clock = clock;
    }

    /** All that a replay needs. */
    record Ordered(Rulebook before, Rulebook after, ReplayRequests requests) {
        Ordered {
            requireNonNull(before);
            requireNonNull(after);
            requireNonNull(requests);
        }
    }

    /**
     * @param inForce the number of the version in force
     * @throws GovernanceException DRAFT_UNKNOWN, VERSION_UNKNOWN, NOT_OFFERED
     */
    Ordered of(ReplayOrder order, int inForce) {
        return new Ordered(opponent(order, inForce), proposal(order.proposal()), requests(order.choice()));
    }

    private Rulebook opponent(ReplayOrder order, int current) {
        return switch (order.opponent()) {
            case IN_FORCE -> rulebook("the policy in force", published(current));
            case PRACTICE_OF_2016 -> {
                if (order.choice() instanceof Choice.Recorded) {
                    throw refused(
                            Fault.NOT_OFFERED, "The practice of 2016 can be held against the requests of 2016 only.");
                }
                yield Rulebook.practiceOf2016();
            }
        };
    }

    private Rulebook proposal(Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfDraft(var draft, var revision) -> {
                var head = drafts.head(draft)
                        .filter(found -> revision >= 1 && revision <= found.revision())
                        .orElseThrow(() -> refused(Fault.DRAFT_UNKNOWN, "There is no such draft or revision."));
                yield rulebook(
                        "the draft",
                        Policy.read(drafts.contents(head.id(), revision).document()));
            }
            case Proposal.OfVersion(var number) -> rulebook("policy version " + number, published(number));
        };
    }

    private ReplayRequests requests(Choice choice) {
        return switch (choice) {
            case Choice.Recorded(var period) -> {
                if (period.to().isAfter(Moment.dayOf(clock.instant()))) {
                    throw refused(Fault.NOT_OFFERED, "The period must not end in the future.");
                }
                yield new RecordedPeriod(recorded, period);
            }
            case Choice.Archive2016() -> archive.asAssumed();
            case Choice.Varied2016(var mix) -> varied(mix);
        };
    }

    private ReplayRequests varied(List<CaseShare> mix) {
        try {
            return archive.varied(mix);
        } catch (IllegalArgumentException e) {
            throw refused(Fault.NOT_OFFERED, "The mix cannot be used: " + e.getMessage() + ".");
        }
    }

    // As it was published: what is stopped at the moment says nothing of what the document does.
    private Policy published(int number) {
        return versions.version(number)
                .map(PolicyVersion::policy)
                .orElseThrow(() -> refused(Fault.VERSION_UNKNOWN, "There is no such policy version."));
    }

    private Rulebook rulebook(String title, Policy policy) {
        return Rulebook.of(title, policy, Moment.dayOf(clock.instant()));
    }

    private static GovernanceException refused(Fault fault, String sentence) {
        return new GovernanceException(fault, sentence);
    }
}
