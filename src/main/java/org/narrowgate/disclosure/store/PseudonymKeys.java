package org.narrowgate.disclosure.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.Pseudonyms;

/** The keys of pseudonyms, in the database: made there by the owner, read once by each replica. */
@ApplicationScoped
public class PseudonymKeys implements PanacheRepositoryBase<PseudonymKeyEntity, Integer> {
    private final AtomicReference<@Nullable Pseudonyms> newest = new AtomicReference<>();

    /** Makes pseudonyms under the newest key there was when this replica first asked. */
    public Pseudonyms newest() {
        var known = newest.get();
        if (known != null) {
            return known;
        }
        var read = read();
        newest.set(read);
        return read;
    }

    @Transactional
    Pseudonyms read() {
        var entity = findAll(Sort.descending("id")).firstResult();
        if (entity == null) {
            throw new IllegalStateException("the database holds no pseudonym key; run migrate");
        }
        return new Pseudonyms("k" + entity.id, entity.key);
    }
}
