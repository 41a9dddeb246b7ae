package org.narrowgate.transparency.archive.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.transparency.Archive;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.archive.ArchivedRequest;
import org.narrowgate.transparency.archive.ArchivedRequests;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.Fate;
import org.narrowgate.transparency.archive.PublishedTotals;

/** The archive in PostgreSQL. */
@ApplicationScoped
@ActivateRequestContext
class PanacheArchive implements Archive, ArchivedRequests, PanacheRepositoryBase<ArchivedRequestEntity, Integer> {
    private static final int BATCH = 1_000;
    private static final String COLUMNS = """
            select month, agencyGroup, count(*) filter (where fate = :rejected),
              count(*) filter (where fate = :approvedTrace), count(*) filter (where fate = :approvedNoTrace),
              count(*) filter (where fate = :unexplained)
            from ArchivedRequestEntity group by month, agencyGroup
            """;

    @Override
    public Optional<ArchivedYear> year() {
        var columns = columns();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArchivedYear(
                        PublishedTotals.YEAR,
                        PublishedTotals.TITLE,
                        PublishedTotals.NOTE,
                        AssumedMix.CAUTION,
                        columns));
    }

    @Override
    public void forEach(Consumer<ArchivedRequest> reader) {
        int last = 0;
        for (var batch = after(last); !batch.isEmpty(); batch = after(last)) {
            batch.stream().map(ArchivedRow::request).forEach(reader);
            last = batch.getLast().number;
            // Else everything read so far would stay in memory.
            getEntityManager().clear();
        }
    }

    private List<ArchivedRequestEntity> after(int number) {
        return find("number > ?1 order by number", number).page(0, BATCH).list();
    }

    private List<ArchivedYear.Column> columns() {
        return getEntityManager()
                .createQuery(COLUMNS, Object[].class)
                .setParameter("rejected", Fate.REJECTED)
                .setParameter("approvedTrace", Fate.APPROVED_TRACE)
                .setParameter("approvedNoTrace", Fate.APPROVED_NO_TRACE)
                .setParameter("unexplained", Fate.UNEXPLAINED)
                .getResultStream()
                .map(PanacheArchive::column)
                .toList();
    }

    private static ArchivedYear.Column column(Object[] row) {
        return new ArchivedYear.Column(
                YearMonth.from((LocalDate) row[0]),
                AgencyGroup.ofTitle((String) row[1]).orElseThrow(),
                (Long) row[2],
                (Long) row[3],
                (Long) row[4],
                (Long) row[5]);
    }
}
