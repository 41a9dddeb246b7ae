package org.narrowgate.transparency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.policy.PolicyVersions;

/** The figures, live and as published. Each replica folds for itself what the log has gained since it last looked. */
@ApplicationScoped
public class StatisticsService {
    private static final Logger LOG = Logger.getLogger(StatisticsService.class);
    // Bounds the memory of the first fold; the others are of a few entries.
    private static final int BATCH = 5_000;

    private final WrittenEntries log;
    private final Clock clock;
    private final Archive archive;
    private final RegisterFold fold;
    private final Publisher publisher = new Publisher();
    private final ReentrantLock folding = new ReentrantLock();
    private final ReentrantLock publishing = new ReentrantLock();
    private @Nullable Register register;
    private volatile @Nullable Published published;

    StatisticsService(
            WrittenEntries log, PolicyVersions versions, WorkingDays workingDays, Clock clock, Archive archive) {
        this.log = log;
        this.clock = clock;
        this.archive = archive;
        this.fold = new RegisterFold(new GroupsOfVersions(versions), workingDays);
    }

    private record Published(Publication publication, Instant until) {}

    /** The register up to the last entry there is: unsuppressed, for the console alone. */
    public Register live() {
        folding.lock();
        try {
            return upToNow();
        } finally {
            folding.unlock();
        }
    }

    /** What everybody may see. */
    public Publication published() {
        // It stays the same until the next month closes, and until then its readers wait for nobody.
        var known = published;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.publication();
        }
        publishing.lock();
        try {
            return publish();
        } finally {
            publishing.unlock();
        }
    }

    /** Works out what is to be published before anybody asks: with many months it takes a while. */
    @Scheduled(every = "10m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepReady() {
        try {
            published();
        } catch (LedgerUnavailableException e) {
            LOG.warnf("the public figures are not worked out yet: %s", e.getMessage());
        }
    }

    /** The year before the log, where its archive has been loaded. */
    public Optional<ArchivedYear> archivedYear() {
        return archive.year();
    }

    private Publication publish() {
        // Read before the log is: what is appended from here on is of no month that is closed by now.
        var now = clock.instant();
        var known = published;
        if (known != null && now.isBefore(known.until())) {
            return known.publication();
        }
        var publication = publisher.publication(live(), now);
        published = new Published(
                publication, publication.next().atStartOfDay(RegisterFold.ZONE).toInstant());
        return publication;
    }

    private Register upToNow() {
        var before = fold.entries();
        catchUp();
        var known = register;
        if (known != null && fold.entries() == before) {
            return known;
        }
        var folded = fold.register();
        register = folded;
        return folded;
    }

    private void catchUp() {
        while (true) {
            var entries = log.after(fold.entries() - 1, BATCH);
            entries.forEach(fold::add);
            if (entries.size() < BATCH) {
                return;
            }
        }
    }
}
