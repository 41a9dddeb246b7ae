package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.narrowgate.casework.review.StaffPseudonyms;
import org.narrowgate.ledger.Entry;
import org.narrowgate.policy.PolicyVersion;

/** How the disclosure log writes stops and resumptions: what for ever, by whom and why apart from it. */
@ApplicationScoped
class StopEntries {
    private final StaffPseudonyms pseudonyms;

    StopEntries(StaffPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What a resumption ends, and whose proposal it follows. */
    record End(Stop stop, Proposal proposal) {
        End {
            requireNonNull(stop);
            requireNonNull(proposal);
        }
    }

    /** @param end there for a resumption only */
    Entry entry(StopMove move, PolicyVersion version, Instant at, Optional<End> end) {
        var circumstances = new HashMap<String, Object>();
        circumstances.put("form", 1);
        circumstances.put("kind", move.kind().word());
        circumstances.put("at", at.toString());
        circumstances.put("what", move.thing().kind().word());
        circumstances.put("id", move.thing().name());
        circumstances.put("policyVersion", version.number());
        circumstances.put("policyHash", version.policy().hash());
        var particulars = new HashMap<String, Object>();
        particulars.put("by", pseudonyms.of(move.by().id()));
        particulars.put("reason", move.reason());
        end.ifPresent(ended -> {
            circumstances.put("lifts", ended.stop().entry());
            particulars.put("proposedBy", pseudonyms.of(ended.proposal().by().id()));
            particulars.put("proposal", ended.proposal().reason());
        });
        return Entry.of(circumstances, particulars);
    }
}
