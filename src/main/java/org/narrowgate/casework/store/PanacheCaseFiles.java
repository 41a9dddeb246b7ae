package org.narrowgate.casework.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseMove;
import org.narrowgate.casework.Cursor;
import org.narrowgate.casework.Destructions;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequests.Filter;
import org.narrowgate.disclosure.Footings;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/** Case files in PostgreSQL. */
@ApplicationScoped
public class PanacheCaseFiles implements CaseFiles, PanacheRepositoryBase<TracingRequestEntity, UUID> {
    private static final String STANDING = "SELECT coalesce(sum(used) FILTER (WHERE day = :today), 0),"
            + " coalesce(sum(used), 0), (SELECT count(*) FROM tracing_request WHERE agency = :agency AND"
            + " purpose = :purpose AND destroy_by < :today AND disclosed_at IS NOT NULL"
            + " AND destroyed_on IS NULL) FROM purpose_use"
            + " WHERE agency = :agency AND purpose = :purpose AND day >= :month";

    private static final String DESTRUCTIONS = "SELECT count(*) AS due, count(*) FILTER (WHERE destroy_by < :today) AS"
            + " overdue, min(destroy_by) AS first FROM tracing_request WHERE agency = :agency AND purpose = :purpose AND"
            + " destroy_by IS NOT NULL AND disclosed_at IS NOT NULL AND destroyed_on IS NULL";

    // One for all appends: a batch is of one share.
    private final CaseFileShare share;

    public PanacheCaseFiles(Footings footings) {
        this.share = new CaseFileShare(footings);
    }

    @Override
    @Transactional
    public Optional<CaseFile> find(TracingRequestId id) {
        return findByIdOptional(id.value()).map(CaseFileReading::file);
    }

    @Override
    @Transactional
    public List<Long> entriesOf(TracingRequestId id) {
        return getSession()
                .createNativeQuery(
                        "SELECT entry_index FROM tracing_request_entry WHERE request = :id ORDER BY entry_index",
                        Long.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    @Override
    @Transactional
    public Optional<CaseFile> find(AgencyId agency, TracingRequestId id) {
        return find("id = ?1 and agency = ?2", id.value(), agency.value())
                .firstResultOptional()
                .map(CaseFileReading::file);
    }

    @Override
    @Transactional
    public Optional<CaseFile> findByKey(AgencyId agency, UUID idempotencyKey) {
        return find("idempotencyKey = ?1 and agency = ?2", idempotencyKey, agency.value())
                .firstResultOptional()
                .map(CaseFileReading::file);
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
            where.append(" and state in :states");
            parameters.and("states", CaseFileReading.statesShownAs(state));
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
                .map(CaseFileReading::file)
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
}
