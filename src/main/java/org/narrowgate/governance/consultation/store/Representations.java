package org.narrowgate.governance.consultation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.Representation;
import org.narrowgate.governance.consultation.Representation.Content;
import org.narrowgate.governance.consultation.Representation.Judgement;
import org.narrowgate.governance.consultation.Representation.Reading;
import org.narrowgate.governance.consultation.Ruling;

/** Representations in PostgreSQL. Rulings and judgements are only ever added; the latest counts. */
@ApplicationScoped
@Transactional
public class Representations {
    private static final String OF = "SELECT r.number, r.received_at, c.text, c.name,"
            + " (SELECT count(*) FROM representation_reading WHERE consultation = r.consultation AND number = r.number),"
            + " d.ruling, d.by_whom, d.by_name, d.at, j.text AS judgement, j.by_whom AS judge, j.by_name AS judge_name,"
            + " j.at AS judged_at"
            + " FROM representation r"
            + " LEFT JOIN representation_content c USING (consultation, number)"
            + " LEFT JOIN LATERAL (SELECT ruling, by_whom, by_name, at FROM representation_reading"
            + " WHERE consultation = r.consultation AND number = r.number ORDER BY step DESC LIMIT 1) AS d ON true"
            + " LEFT JOIN LATERAL (SELECT text, by_whom, by_name, at FROM representation_judgement"
            + " WHERE consultation = r.consultation AND number = r.number ORDER BY step DESC LIMIT 1) AS j ON true"
            + " WHERE r.consultation = :consultation ORDER BY r.number";
    private static final String SINCE =
            "SELECT count(*) FROM representation" + " WHERE consultation = :consultation AND received_at > :since";
    private static final String NEXT =
            "SELECT coalesce(max(number), 0) + 1 FROM representation WHERE consultation = :consultation";
    private static final String RECEIVE =
            "INSERT INTO representation (consultation, number, received_at) VALUES (:consultation, :number, :at)";
    private static final String KEEP = "INSERT INTO representation_content (consultation, number, text, name)"
            + " VALUES (:consultation, :number, :text, :name)";
    private static final String RULE =
            "INSERT INTO representation_reading (consultation, number, ruling, by_whom, by_name, at)"
                    + " VALUES (:consultation, :number, :ruling, :by, :name, :at)";
    private static final String JUDGE =
            "INSERT INTO representation_judgement (consultation, number, text, by_whom, by_name, at)"
                    + " VALUES (:consultation, :number, :text, :by, :name, :at)";

    private final EntityManager database;

    Representations(EntityManager database) {
        this.database = database;
    }

    /** In order of receipt. */
    public List<Representation> of(ConsultationId id) {
        return database.unwrap(Session.class)
                .createNativeQuery(OF, Object[].class)
                .setParameter("consultation", id.value())
                .getResultStream()
                .map(Representations::representation)
                .toList();
    }

    public long receivedSince(ConsultationId id, Instant moment) {
        return number(database.createNativeQuery(SINCE)
                .setParameter("consultation", id.value())
                .setParameter("since", moment));
    }

    /**
     * Keeps one for which the consultation is held.
     *
     * @return its number
     */
    @Transactional(TxType.MANDATORY)
    public int add(ConsultationId id, Instant at, Content content) {
        var number = Math.toIntExact(number(database.createNativeQuery(NEXT).setParameter("consultation", id.value())));
        on(RECEIVE, id, number).setParameter("at", at).executeUpdate();
        on(KEEP, id, number)
                .setParameter("text", content.text())
                .setParameter("name", content.name())
                .executeUpdate();
        return number;
    }

    @Transactional(TxType.MANDATORY)
    public void rule(ConsultationId id, int number, Reading reading) {
        on(RULE, id, number)
                .setParameter("ruling", reading.ruling().name())
                .setParameter("by", reading.by().id())
                .setParameter("name", reading.by().name())
                .setParameter("at", reading.at())
                .executeUpdate();
    }

    @Transactional(TxType.MANDATORY)
    public void judge(ConsultationId id, int number, Judgement judgement) {
        on(JUDGE, id, number)
                .setParameter("text", judgement.text())
                .setParameter("by", judgement.by().id())
                .setParameter("name", judgement.by().name())
                .setParameter("at", judgement.at())
                .executeUpdate();
    }

    /** @return how many texts were erased */
    public long eraseDue() {
        return number(database.createNativeQuery("SELECT erase_representations()"));
    }

    private Query on(String statement, ConsultationId id, int number) {
        return database.createNativeQuery(statement)
                .setParameter("consultation", id.value())
                .setParameter("number", number);
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static Representation representation(Object[] row) {
        return new Representation(
                (int) row[0],
                (Instant) row[1],
                row[2] == null ? Optional.empty() : Optional.of(new Content((String) row[2], (String) row[3])),
                Math.toIntExact((long) row[4]),
                row[5] == null
                        ? Optional.empty()
                        : Optional.of(new Reading(
                                Ruling.valueOf((String) row[5]), new Author((String) row[6], (String) row[7]), (Instant)
                                        row[8])),
                row[9] == null
                        ? Optional.empty()
                        : Optional.of(new Judgement(
                                (String) row[9], new Author((String) row[10], (String) row[11]), (Instant) row[12])));
    }
}
