package org.narrowgate.casework.review.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.Queue.Reminder;
import org.narrowgate.casework.review.Reminders;

/** Reminders in PostgreSQL. */
@ApplicationScoped
class PanacheReminders implements Reminders {
    private static final int MOST = 50;
    private static final String STANDING = "SELECT r.id, r.case_reference, m.age, m.given_at"
            + " FROM case_reminder m JOIN tracing_request r ON r.id = m.request"
            + " WHERE r.state IN ('UNDER_REVIEW', 'AWAITING_SECOND', 'INFORMATION_REQUESTED')"
            + " AND m.age = (SELECT max(age) FROM case_reminder WHERE request = m.request)"
            + " ORDER BY m.given_at DESC, r.id";
    private static final String GIVE = "INSERT INTO case_reminder (request, age, given_at)"
            + " VALUES (:request, :age, :at) ON CONFLICT DO NOTHING";

    private final EntityManager database;

    PanacheReminders(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Reminder> standing() {
        return database.unwrap(Session.class)
                .createNativeQuery(STANDING, Object[].class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new Reminder(
                        new TracingRequestId((UUID) row[0]), (String) row[1], (int) row[2], (Instant) row[3]))
                .toList();
    }

    @Override
    @Transactional
    public Given give(TracingRequestId id, int age, Instant at) {
        int given = database.createNativeQuery(GIVE)
                .setParameter("request", id.value())
                .setParameter("age", age)
                .setParameter("at", at)
                .executeUpdate();
        return given == 1 ? Given.NOW : Given.BEFORE;
    }
}
