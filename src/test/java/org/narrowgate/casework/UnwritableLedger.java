package org.narrowgate.casework;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import javax.sql.DataSource;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.store.GroupCommitLedger;

/** A log that works until it is told to break: from then on nothing can be written. */
@Alternative
@ApplicationScoped
public class UnwritableLedger implements Ledger {
    private final Ledger working;
    private volatile boolean broken;

    UnwritableLedger(DataSource database) {
        working = new GroupCommitLedger(database, GroupCommitLedger.Bounds.DEFAULT);
    }

    public void breakNow() {
        broken = true;
    }

    public void mend() {
        broken = false;
    }

    @Override
    public <M, R> Appended<R> append(Entry entry, Share<M, R> share, M member) {
        if (broken) {
            throw new LedgerUnavailableException("broken on purpose");
        }
        return working.append(entry, share, member);
    }

    /** The application with this log. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(UnwritableLedger.class);
        }
    }
}
