package org.narrowgate.disclosure.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.Pseudonyms;

/** The keys of pseudonyms, in the database: made there by the owner, read again by each replica every minute. */
@ApplicationScoped
public class PseudonymKeys implements PanacheRepositoryBase<PseudonymKeyEntity, Integer> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    PseudonymKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param newestFirst one at least */
    record Read(List<Pseudonyms> newestFirst, Instant at) {
        Read {
            newestFirst = List.copyOf(newestFirst);
        }
    }

    /** Makes pseudonyms under the newest key there was at most a minute ago. */
    public Pseudonyms newest() {
        return keys().getFirst();
    }

    /** A value's pseudonyms under all keys there are, the newest key's first: what an older key made is among them. */
    public List<String> underEveryKey(String value) {
        return keys().stream().map(key -> key.of(value)).toList();
    }

    /** Whether a pseudonym is this value's, under the key that it names. */
    public boolean recognises(String pseudonym, String value) {
        // Another replica may know of a new key some seconds before this one does.
        return maker(keys(), pseudonym)
                .or(() -> maker(readAgain(), pseudonym))
                .filter(key -> key.recognises(pseudonym, value))
                .isPresent();
    }

    private static Optional<Pseudonyms> maker(List<Pseudonyms> keys, String pseudonym) {
        return keys.stream().filter(key -> key.made(pseudonym)).findFirst();
    }

    private List<Pseudonyms> keys() {
        var known = last.get();
        return known != null && isFresh(known) ? known.newestFirst() : readAgain();
    }

    // In both directions: a clock set back must not keep old keys for longer.
    private boolean isFresh(Read known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private List<Pseudonyms> readAgain() {
        var keys = read();
        last.set(new Read(keys, clock.instant()));
        return keys;
    }

    @Transactional
    List<Pseudonyms> read() {
        var keys = findAll(Sort.descending("id")).list().stream()
                .map(entity -> new Pseudonyms("k" + entity.id, entity.key))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException("the database holds no pseudonym key; run migrate");
        }
        return keys;
    }
}
