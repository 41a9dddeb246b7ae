package org.narrowgate.casework.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.review.OpenCases;
import org.narrowgate.casework.review.QueueFilter;
import org.narrowgate.policy.AgencyId;

/** The queue, from PostgreSQL. */
@ApplicationScoped
class PanacheOpenCases implements OpenCases, PanacheRepositoryBase<TracingRequestEntity, UUID> {
    private static final String OPEN = "state in ('UNDER_REVIEW', 'AWAITING_SECOND', 'INFORMATION_REQUESTED')";
    // While the agency is asked, a clock that runs on is the exception; escalating looks at each purpose's terms.
    private static final String OVERDUE = "dueBy < :today and state in ('UNDER_REVIEW', 'AWAITING_SECOND')";

    private static final String CLOSED_AT = "function('jsonb_extract_path_text', incident, 'closing', 'at')";

    @Override
    @Transactional
    public Found open(QueueFilter filter, String staffId, LocalDate today, Instant now) {
        var where = new StringBuilder(OPEN);
        var parameters = new Parameters();
        filter.agency().ifPresent(agency -> {
            where.append(" and agency = :agency");
            parameters.and("agency", agency.value());
        });
        filter.purpose().ifPresent(purpose -> {
            where.append(" and purpose = :purpose");
            parameters.and("purpose", purpose.value());
        });
        filter.ground().ifPresent(ground -> {
            where.append(" and function('jsonb_extract_path_text', asked, 'ground', 'type') = :ground");
            parameters.and("ground", ground.name());
        });
        switch (filter.which()) {
            case OPEN -> {}
            case OVERDUE -> {
                where.append(" and ").append(OVERDUE);
                parameters.and("today", today);
            }
            case EXCEPTIONAL -> where.append(" and priority in ('AWAITED', 'ACCEPTED')");
            case AWAITING_SECOND -> where.append(" and state = 'AWAITING_SECOND'");
            case INFORMATION_REQUESTED -> where.append(" and state = 'INFORMATION_REQUESTED'");
            case MINE -> {
                where.append(" and id in (select c.request from CaseClaimEntity c"
                        + " where c.staff = :staff and c.until >= :now)");
                parameters.and("staff", staffId).and("now", now);
            }
        }
        var query = find(where + " order by dueBy, receivedAt, id", parameters);
        var files = query.page(filter.page() - 1, PAGE).stream()
                .map(CaseFileReading::file)
                .toList();
        return new Found(files, query.count());
    }

    @Override
    @Transactional
    public Counts counts(LocalDate today) {
        return new Counts(
                count(OPEN),
                count(OVERDUE, Parameters.with("today", today)),
                count("incident is not null and " + CLOSED_AT + " is null"));
    }

    @Override
    @Transactional
    public List<CaseFile> ofSameCase(CaseFile file, int most) {
        return newest(
                "agency = ?1 and caseReference = ?2 and id <> ?3",
                most,
                file.agency().value(),
                file.caseReference(),
                file.id().value());
    }

    @Override
    @Transactional
    public List<CaseFile> ofAgency(AgencyId agency, CaseFile but, int most) {
        return newest("agency = ?1 and id <> ?2", most, agency.value(), but.id().value());
    }

    @Override
    @Transactional
    public List<CaseFile> withIncident(int most) {
        return find("incident is not null order by " + CLOSED_AT + " desc nulls first, changedAt")
                .page(0, most)
                .stream()
                .map(CaseFileReading::file)
                .toList();
    }

    private List<CaseFile> newest(String where, int most, Object... parameters) {
        return find(where + " order by receivedAt desc, id desc", parameters).page(0, most).stream()
                .map(CaseFileReading::file)
                .toList();
    }
}
