package org.narrowgate.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.GroupCommitLedger;

/** A log whose next append is overtaken by something: it happens when all is decided and nothing is written yet. */
@Alternative
@ApplicationScoped
public class OvertakenLedger implements Ledger {
    private final Ledger working;
    private final AtomicReference<Runnable> overtaking = new AtomicReference<>(() -> {});

    OvertakenLedger(DataSource database) {
        working = new GroupCommitLedger(database, GroupCommitLedger.Bounds.DEFAULT);
    }

    void overtakeNextBy(Runnable happening) {
        overtaking.set(happening);
    }

    @Override
    public <M, R> Appended<R> append(Entry entry, Share<M, R> share, M member) {
        // Taken first: what happens may append something itself.
        overtaking.getAndSet(() -> {}).run();
        return working.append(entry, share, member);
    }

    /** The application with this log and a database of its own. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(OvertakenLedger.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of(), true));
        }
    }
}
