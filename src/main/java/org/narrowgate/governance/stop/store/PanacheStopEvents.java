package org.narrowgate.governance.stop.store;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.stop.Proposal;
import org.narrowgate.governance.stop.Resumption;
import org.narrowgate.governance.stop.Stop;
import org.narrowgate.governance.stop.StopEvents;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.Stoppable;

/** Stops in PostgreSQL. */
@ApplicationScoped
class PanacheStopEvents implements StopEvents, PanacheRepositoryBase<StopEventEntity, Long> {
    private static final String PROPOSE = "INSERT INTO resume_proposal (stop, by_whom, by_name, at, reason)"
            + " VALUES (:stop, :byWhom, :byName, :at, :reason) ON CONFLICT (stop, by_whom) DO NOTHING";

    @Override
    @Transactional
    public List<Stoppage> all() {
        return stoppages(
                list("order by number desc"),
                getEntityManager()
                        .createQuery("from ResumeProposalEntity", ResumeProposalEntity.class)
                        .getResultList());
    }

    @Override
    @Transactional
    public Optional<Stoppage> stop(long number) {
        var proposals = getEntityManager()
                .createQuery("from ResumeProposalEntity where stop = ?1", ResumeProposalEntity.class)
                .setParameter(1, number)
                .getResultList();
        return stoppages(list("number = ?1 or lifts = ?1", number), proposals).stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void propose(long stop, Proposal proposal) {
        getSession()
                .createNativeMutationQuery(PROPOSE)
                .setParameter("stop", stop)
                .setParameter("byWhom", proposal.by().id())
                .setParameter("byName", proposal.by().name())
                .setParameter("at", proposal.at().atOffset(ZoneOffset.UTC))
                .setParameter("reason", proposal.reason())
                .executeUpdate();
    }

    private static List<Stoppage> stoppages(List<StopEventEntity> events, List<ResumeProposalEntity> proposals) {
        var resumptions = events.stream()
                .filter(event -> event.lifts != null)
                .collect(toMap(event -> Objects.requireNonNull(event.lifts), Function.identity()));
        Map<Long, List<ResumeProposalEntity>> proposed =
                proposals.stream().collect(groupingBy(proposal -> proposal.stop));
        return events.stream()
                .filter(event -> event.lifts == null)
                .map(event -> {
                    var toEnd = proposed.getOrDefault(event.number, List.of());
                    return new Stoppage(
                            stop(event),
                            toEnd.stream()
                                    .map(PanacheStopEvents::proposal)
                                    .sorted(comparing(Proposal::at)
                                            .thenComparing(one -> one.by().id()))
                                    .toList(),
                            Optional.ofNullable(resumptions.get(event.number))
                                    .map(resumption -> resumption(resumption, toEnd)));
                })
                .toList();
    }

    private static Stop stop(StopEventEntity row) {
        var thing = Stoppable.Kind.valueOf(row.what.toUpperCase(Locale.ROOT))
                .named(row.id)
                .orElseThrow();
        return new Stop(row.number, thing, by(row), row.at, row.reason, row.policyVersion, row.entryIndex);
    }

    private static Resumption resumption(StopEventEntity row, List<ResumeProposalEntity> proposals) {
        var approved = proposals.stream()
                .filter(proposal -> proposal.byWhom.equals(row.proposedBy))
                .findFirst()
                .orElseThrow();
        return new Resumption(
                row.number, proposal(approved), by(row), row.at, row.reason, row.policyVersion, row.entryIndex);
    }

    private static Proposal proposal(ResumeProposalEntity row) {
        return new Proposal(new Author(row.byWhom, row.byName), row.at, row.reason);
    }

    private static Author by(StopEventEntity row) {
        return new Author(row.byWhom, row.byName);
    }
}
