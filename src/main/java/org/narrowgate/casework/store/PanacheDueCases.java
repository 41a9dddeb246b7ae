package org.narrowgate.casework.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.upkeep.DueCases;

/** What is due, from PostgreSQL. */
@ApplicationScoped
class PanacheDueCases implements DueCases, PanacheRepositoryBase<TracingRequestEntity, UUID> {
    private static final String OPEN = "state in ('UNDER_REVIEW', 'AWAITING_SECOND', 'INFORMATION_REQUESTED')";
    private static final String DUE = "SELECT erase_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date"
            + " FROM tracing_request WHERE id = :id AND erase_on IS NOT NULL";
    private static final UUID FIRST = new UUID(0, 0);

    @Override
    @Transactional
    public List<CaseFile> overdue(LocalDate today, Optional<TracingRequestId> after) {
        return found(
                OPEN + " and dueBy < ?1 and escalatedAt is null and id > ?2 order by id",
                today,
                after.map(TracingRequestId::value).orElse(FIRST));
    }

    @Override
    @Transactional
    public List<CaseFile> open(Optional<TracingRequestId> after) {
        return found(
                OPEN + " and id > ?1 order by id",
                after.map(TracingRequestId::value).orElse(FIRST));
    }

    @Override
    @Transactional
    public List<CaseFile> neverRead(Instant now) {
        return found("state = 'TRACED' and disclosedAt is null and readableUntil < ?1 order by id", now);
    }

    @Override
    @Transactional
    public List<CaseFile> toErase(LocalDate today) {
        return found("eraseOn <= ?1 and erasedAt is null order by eraseOn, id", today);
    }

    @Override
    @Transactional
    public boolean mayBeErased(TracingRequestId id) {
        return getSession()
                .createNativeQuery(DUE, Boolean.class)
                .setParameter("id", id.value())
                .getResultStream()
                .anyMatch(due -> due);
    }

    private List<CaseFile> found(String where, Object... parameters) {
        return find(where, parameters).page(0, MOST).stream()
                .map(CaseFileReading::file)
                .toList();
    }
}
