package org.narrowgate.governance.consultation.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.Ending;
import org.narrowgate.governance.draft.DraftId;

/** Consultations in PostgreSQL. */
@ApplicationScoped
@Transactional
public class Consultations implements PanacheRepositoryBase<ConsultationEntity, UUID> {
    // Nobody may update a row, so there is none to lock; the consultation's own id is locked instead.
    private static final String TAKE_TURN =
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:consultation, 0))) AS held";

    /** Latest opened first. */
    public List<Consultation> all() {
        var endings = getEntityManager().createQuery("from EndingEntity", EndingEntity.class).getResultList().stream()
                .collect(toUnmodifiableMap(row -> row.consultation, EndingEntity::ending));
        return find("order by openedAt desc, id").stream()
                .map(row -> row.consultation(Optional.ofNullable(endings.get(row.id))))
                .toList();
    }

    public Optional<Consultation> find(ConsultationId id) {
        return findByIdOptional(id.value()).map(this::withEnding);
    }

    /** As it stands now; nobody else can end it, judge or receive anything before this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Consultation> hold(ConsultationId id) {
        getEntityManager()
                .createNativeQuery(TAKE_TURN)
                .setParameter("consultation", id.toString())
                .getSingleResult();
        return find(id);
    }

    /** The last that was opened on a draft. */
    public Optional<Consultation> lastOn(DraftId draft) {
        return find("draft = ?1 order by openedAt desc", draft.value())
                .firstResultOptional()
                .map(this::withEnding);
    }

    public Optional<String> document(ConsultationId id) {
        return findByIdOptional(id.value()).map(row -> row.document);
    }

    @Transactional(TxType.MANDATORY)
    public void open(Consultation consultation, String document) {
        persist(ConsultationEntity.of(consultation, document));
    }

    @Transactional(TxType.MANDATORY)
    public void end(ConsultationId id, Ending ending) {
        getEntityManager().persist(EndingEntity.of(id, ending));
    }

    private Consultation withEnding(ConsultationEntity row) {
        return row.consultation(Optional.ofNullable(getEntityManager().find(EndingEntity.class, row.id))
                .map(EndingEntity::ending));
    }
}
