package org.narrowgate.governance.draft.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.Contents;
import org.narrowgate.governance.draft.Revision;

/** One revision of a draft. */
@Entity
@Immutable
@Table(name = "policy_draft_revision")
public class RevisionEntity {
    /** A draft's revisions are numbered from 1. */
    @Embeddable
    public record Key(UUID draft, int number) {}

    @EmbeddedId
    Key key;

    String author;

    @Column(name = "author_name")
    String authorName;

    Instant at;
    String words;
    String title;
    int base;
    String document;
    int shows;
    int follows;

    Revision revision() {
        return new Revision(key.number(), new Author(author, authorName), at, words);
    }

    Contents contents() {
        return new Contents(title, base, document);
    }
}
