package org.narrowgate.casework.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
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
    private static final String MET = "SELECT coalesce(sum(used) FILTER (WHERE day = ?), 0),"
            + " coalesce(sum(used), 0), (SELECT count(*) FROM tracing_request WHERE agency = ? AND"
            + " purpose = ? AND destroy_by < ? AND disclosed_at IS NOT NULL AND destroyed_on IS NULL),"
            + " (SELECT id FROM tracing_request WHERE agency = ? AND idempotency_key = ?)"
            + " FROM purpose_use WHERE agency = ? AND purpose = ? AND day >= ?";

    private static final String DESTRUCTIONS = "SELECT count(*) AS due, count(*) FILTER (WHERE destroy_by < :today) AS"
            + " overdue, min(destroy_by) AS first FROM tracing_request WHERE agency = :agency AND purpose = :purpose AND"
            + " destroy_by IS NOT NULL AND disclosed_at IS NOT NULL AND destroyed_on IS NULL";

    // One for all appends: a batch is of one share.
    private final CaseFileShare share;

    private final DataSource database;

    public PanacheCaseFiles(DataSource database, Footings footings) {
        this.database = database;
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
    public Standing standing(AgencyId agency, PurposeId purpose, LocalDate today) {
        return met(agency, purpose, Optional.empty(), today).standing();
    }

    // One statement without a transaction to begin and to end: everybody who asks waits for it.
    @Override
    public Met met(AgencyId agency, PurposeId purpose, Optional<UUID> key, LocalDate today) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MET)) {
            statement.setObject(1, today);
            statement.setString(2, agency.value());
            statement.setString(3, purpose.value());
            statement.setObject(4, today);
            statement.setString(5, agency.value());
            statement.setObject(6, key.orElse(null), Types.OTHER);
            statement.setString(7, agency.value());
            statement.setString(8, purpose.value());
            statement.setObject(9, today.withDayOfMonth(1));
            try (var row = statement.executeQuery()) {
                row.next();
                return new Met(
                        new Standing(row.getInt(1), row.getInt(2), row.getInt(3)),
                        Optional.ofNullable(row.getObject(4, UUID.class)).map(TracingRequestId::new));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    // The state alone, which tells what passes by itself: a database's message can quote values.
    private static IllegalStateException unreadable(SQLException failure) {
        var state = new SQLException("its message is left out", failure.getSQLState());
        return new IllegalStateException("case files could not be read", state);
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
