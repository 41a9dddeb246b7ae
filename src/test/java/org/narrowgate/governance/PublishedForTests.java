package org.narrowgate.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;

/** Versions published as if two had agreed on them, for tests that need a version and not how it came about. */
@ApplicationScoped
public class PublishedForTests {
    private final Ledger ledger;
    private final PolicyInForce policy;
    private final PublicationShare share = new PublicationShare();

    PublishedForTests(Ledger ledger, PolicyInForce policy) {
        this.ledger = ledger;
        this.policy = policy;
    }

    /** The next version after all there are. */
    public PolicyVersion publish(Policy next, Instant inForceFrom) {
        for (int number = policy.refresh().number() + 1; true; number++) {
            var version = new PolicyVersion(number, next, inForceFrom);
            var entry = Entry.of(
                    Map.of(
                            "form",
                            1,
                            "kind",
                            "policy-published",
                            "at",
                            Instant.now().toString()),
                    Map.of());
            if (ledger.append(entry, share, version) instanceof Appended.Written) {
                policy.refresh();
                return version;
            }
        }
    }
}
