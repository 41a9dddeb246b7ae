package org.narrowgate.casework.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.Cursor;
import org.narrowgate.casework.Destructions;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Submission;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests.Filter;
import org.narrowgate.casework.Verdict;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.policy.Standing;
import org.narrowgate.subject.PersonKey;

/** Case files in PostgreSQL. */
@ApplicationScoped
public class PanacheCaseFiles implements CaseFiles, PanacheRepositoryBase<TracingRequestEntity, UUID> {
    private static final String STANDING = "SELECT coalesce(sum(used) FILTER (WHERE day = :today), 0),"
            + " coalesce(sum(used), 0), (SELECT count(*) FROM tracing_request WHERE agency = :agency AND"
            + " purpose = :purpose AND destroy_by < :today AND destroyed_on IS NULL) FROM purpose_use"
            + " WHERE agency = :agency AND purpose = :purpose AND day >= :month";

    private static final String DESTRUCTIONS = "SELECT count(*) AS due, count(*) FILTER (WHERE destroy_by < :today) AS"
            + " overdue, min(destroy_by) AS first FROM tracing_request WHERE agency = :agency AND purpose = :purpose AND"
            + " destroy_by IS NOT NULL AND destroyed_on IS NULL";

    // One for all appends: a batch is of one share.
    private final CaseFileShare share = new CaseFileShare();

    @Override
    @Transactional
    public Optional<CaseFile> find(AgencyId agency, TracingRequestId id) {
        return find("id = ?1 and agency = ?2", id.value(), agency.value())
                .firstResultOptional()
                .map(PanacheCaseFiles::file);
    }

    @Override
    @Transactional
    public Optional<CaseFile> findByKey(AgencyId agency, UUID idempotencyKey) {
        return find("idempotencyKey = ?1 and agency = ?2", idempotencyKey, agency.value())
                .firstResultOptional()
                .map(PanacheCaseFiles::file);
    }

    @Override
    @Transactional
    public List<CaseFile> page(AgencyId agency, Filter filter) {
        var where = new StringBuilder("agency = :agency");
        var parameters = Parameters.with("agency", agency.value());
        filter.purpose().ifPresent(purpose -> {
            where.append(" and purpose = :purpose");
            parameters.and("purpose", purpose.value());
        });
        filter.state().ifPresent(state -> {
            where.append(" and state = :state");
            parameters.and("state", state.name());
        });
        filter.changedSince().ifPresent(since -> {
            where.append(" and changedAt >= :since");
            parameters.and("since", since);
        });
        filter.after().map(Cursor::parse).ifPresent(cursor -> {
            where.append(" and (receivedAt < :receivedAt or (receivedAt = :receivedAt and id < :id))");
            parameters.and("receivedAt", cursor.receivedAt()).and("id", cursor.id());
        });
        return find(where.append(" order by receivedAt desc, id desc").toString(), parameters)
                .range(0, filter.first())
                .stream()
                .map(PanacheCaseFiles::file)
                .toList();
    }

    @Override
    @Transactional
    public Standing standing(AgencyId agency, PurposeId purpose, LocalDate today) {
        var row = getSession()
                .createNativeQuery(STANDING, Object[].class)
                .setParameter("agency", agency.value())
                .setParameter("purpose", purpose.value())
                .setParameter("today", today)
                .setParameter("month", today.withDayOfMonth(1))
                .getSingleResult();
        return new Standing(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), ((Number) row[2]).intValue());
    }

    @Override
    @Transactional
    public Destructions destructions(AgencyId agency, PurposeId purpose, LocalDate today) {
        var row = getSession()
                .createNativeQuery(DESTRUCTIONS, Object[].class)
                .setParameter("agency", agency.value())
                .setParameter("purpose", purpose.value())
                .setParameter("today", today)
                .addScalar("due", Integer.class)
                .addScalar("overdue", Integer.class)
                .addScalar("first", LocalDate.class)
                .getSingleResult();
        return new Destructions((int) row[0], (int) row[1], Optional.ofNullable((LocalDate) row[2]));
    }

    @Override
    public String textOf(NewTracingRequest asked) {
        return SubmissionJson.whole(asked);
    }

    @Override
    public Share<CaseMove, CaseMove.Objection> share() {
        return share;
    }

    private static CaseFile file(TracingRequestEntity entity) {
        var searchedBy = Stream.of(entity.searchedBy)
                .map(path -> SearchArgument.ofPath(path).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new CaseFile(request(entity), submission(entity, searchedBy), verdict(entity), entity.changedAt);
    }

    private static TracingRequest request(TracingRequestEntity entity) {
        return new TracingRequest(
                new TracingRequestId(entity.id),
                new AgencyId(entity.agency),
                new PurposeId(entity.purpose),
                entity.caseReference,
                TracingRequestState.valueOf(entity.state),
                entity.receivedAt,
                entity.dueBy,
                Optional.ofNullable(entity.decidedAt),
                entity.policyVersion,
                Optional.ofNullable(entity.question));
    }

    private static Submission submission(TracingRequestEntity entity, Set<SearchArgument> searchedBy) {
        return SubmissionJson.readSubmission(
                entity, Optional.ofNullable(entity.subject).map(SubmissionJson::readSubject), searchedBy);
    }

    private static Verdict verdict(TracingRequestEntity entity) {
        if (entity.outcomeEntry == null
                || entity.outcomeLeafHash == null
                || entity.outcomeAt == null
                || entity.outcomePolicyHash == null) {
            return new Verdict.Pending();
        }
        var receipt = new Receipt(
                entity.outcomeEntry,
                entity.outcomeLeafHash,
                entity.outcomeAt,
                entity.policyVersion,
                entity.outcomePolicyHash);
        if (entity.refusalReason != null && entity.refusalClause != null && entity.refusalExplanation != null) {
            return new Verdict.Refused(new Outcome.Refused(
                    RefusalReason.valueOf(entity.refusalReason),
                    entity.refusalClause,
                    entity.refusalExplanation,
                    receipt));
        }
        if (entity.person == null || entity.readableUntil == null || entity.destroyBy == null) {
            return new Verdict.NotTraced(new Outcome.NotTraced(receipt));
        }
        return new Verdict.Traced(
                new PersonKey(entity.person),
                receipt,
                entity.readableUntil,
                entity.readings,
                entity.destroyBy,
                destruction(entity));
    }

    private static Optional<Verdict.Destruction> destruction(TracingRequestEntity entity) {
        return entity.destroyedOn == null || entity.destructionMethod == null
                ? Optional.empty()
                : Optional.of(new Verdict.Destruction(entity.destroyedOn, entity.destructionMethod));
    }
}
