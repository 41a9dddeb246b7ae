package org.narrowgate.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jboss.logging.Logger;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** Brings policy versions into force: each is an entry in the disclosure log, under the append's lock. */
@ApplicationScoped
public class PublicationService {
    private static final Logger LOG = Logger.getLogger(PublicationService.class);

    private final Ledger ledger;
    private final PolicyVersions versions;
    private final Clock clock;
    private final PublicationShare share = new PublicationShare();

    PublicationService(Ledger ledger, PolicyVersions versions, Clock clock) {
        this.ledger = ledger;
        this.versions = versions;
        this.clock = clock;
    }

    /** Publishes the shipped policy as version 1 where none has been published yet. */
    public void publishShipped() {
        if (versions.version(1).isPresent()) {
            return;
        }
        var first = new PolicyVersion(1, Policy.shipped(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        switch (ledger.append(entry(first), share, first)) {
            case Appended.Written<PublicationShare.Objection> written ->
                LOG.infof(
                        "policyVersion=%d published, hash %s",
                        first.number(), first.policy().hash());
            case Appended.Objected<PublicationShare.Objection> objected ->
                LOG.info("another replica published the shipped policy first");
        }
    }

    private static Entry entry(PolicyVersion version) {
        return Entry.of(
                Map.of(
                        "form",
                        1,
                        "kind",
                        "policy-published",
                        "at",
                        version.inForceFrom().toString(),
                        "policyVersion",
                        version.number(),
                        "policyHash",
                        version.policy().hash()),
                Map.of("reasons", "the policy that came with the software"));
    }
}
