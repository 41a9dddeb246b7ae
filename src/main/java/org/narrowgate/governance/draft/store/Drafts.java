package org.narrowgate.governance.draft.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.draft.Contents;
import org.narrowgate.governance.draft.Descent;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Revision;
import org.narrowgate.governance.draft.Step;
import org.narrowgate.governance.draft.Submission;

/** Drafts in PostgreSQL. Whoever changes one holds its row until they have committed. */
@ApplicationScoped
@Transactional
public class Drafts implements PanacheRepositoryBase<DraftEntity, UUID> {
    private static final String OF_DRAFT = "from RevisionEntity where key.draft = ?1 order by key.number";

    /** The newest first. */
    public List<DraftHead> heads() {
        return find("order by changedAt desc, id").stream()
                .map(DraftEntity::head)
                .toList();
    }

    public Optional<DraftHead> head(DraftId id) {
        return findByIdOptional(id.value()).map(DraftEntity::head);
    }

    /** As it stands now; nobody else can change it before this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<DraftHead> hold(DraftId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(DraftEntity::head);
    }

    /** @throws IllegalStateException where there is no such revision */
    public Contents contents(DraftId id, int revision) {
        var row = getEntityManager().find(RevisionEntity.class, new RevisionEntity.Key(id.value(), revision));
        if (row == null) {
            throw new IllegalStateException("draft " + id + " has no revision " + revision);
        }
        return row.contents();
    }

    /** In order. */
    public List<Revision> revisions(DraftId id) {
        return rows(id).stream().map(RevisionEntity::revision).toList();
    }

    /** Which revision shows what. */
    public Descent descent(DraftId id) {
        return new Descent(rows(id).stream()
                .map(row -> new Descent.Place(row.key.number(), row.shows, row.follows))
                .toList());
    }

    /** By id: everybody who wrote a revision. */
    public Set<String> authors(DraftId id) {
        return Set.copyOf(getEntityManager()
                .createQuery("select distinct author from RevisionEntity where key.draft = ?1", String.class)
                .setParameter(1, id.value())
                .getResultList());
    }

    /** In order. */
    public List<Step> steps(DraftId id) {
        return getEntityManager()
                .createQuery("from StepEntity where draft = ?1 order by number", StepEntity.class)
                .setParameter(1, id.value())
                .getResultList()
                .stream()
                .map(StepEntity::step)
                .toList();
    }

    /** Keeps the first revision of a new draft. */
    @Transactional(TxType.MANDATORY)
    public void begin(DraftId id, Revision first, Contents contents) {
        var row = new DraftEntity();
        row.id = id.value();
        row.state = DraftState.DRAFT;
        row.startedBy = first.by().id();
        row.startedByName = first.by().name();
        show(row, first, contents);
        persist(row);
        add(id, first, contents, new Descent.Place(first.number(), first.number(), 0));
    }

    /** Keeps a further revision, which becomes the newest. */
    @Transactional(TxType.MANDATORY)
    public void append(DraftId id, Revision next, Contents contents, Descent.Place place) {
        show(findById(id.value()), next, contents);
        add(id, next, contents, place);
    }

    /**
     * Moves a draft to another state.
     *
     * @param submission what it is held to there
     */
    @Transactional(TxType.MANDATORY)
    public void move(DraftId id, Step step, @Nullable Submission submission) {
        var row = findById(id.value());
        row.state = step.to();
        row.hold(submission);
        var kept = new StepEntity();
        kept.draft = id.value();
        kept.ledTo = step.to();
        kept.byWhom = step.by().id();
        kept.byName = step.by().name();
        kept.at = step.at();
        kept.revision = step.revision();
        kept.reasons = step.reasons();
        getEntityManager().persist(kept);
    }

    private List<RevisionEntity> rows(DraftId id) {
        return getEntityManager()
                .createQuery(OF_DRAFT, RevisionEntity.class)
                .setParameter(1, id.value())
                .getResultList();
    }

    private static void show(DraftEntity row, Revision newest, Contents contents) {
        row.revision = newest.number();
        row.title = contents.title();
        row.base = contents.base();
        row.changedBy = newest.by().id();
        row.changedByName = newest.by().name();
        row.changedAt = newest.at();
    }

    private void add(DraftId id, Revision revision, Contents contents, Descent.Place place) {
        var row = new RevisionEntity();
        row.key = new RevisionEntity.Key(id.value(), revision.number());
        row.author = revision.by().id();
        row.authorName = revision.by().name();
        row.at = revision.at();
        row.words = revision.words();
        row.title = contents.title();
        row.base = contents.base();
        row.document = contents.document();
        row.shows = place.shows();
        row.follows = place.follows();
        getEntityManager().persist(row);
    }
}
