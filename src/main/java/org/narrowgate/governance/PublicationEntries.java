package org.narrowgate.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.narrowgate.casework.review.StaffPseudonyms;
import org.narrowgate.governance.ApprovalShare.Approved;
import org.narrowgate.ledger.Entry;

/** What the log says of a publication: who did it under no name but a pseudonym. */
@ApplicationScoped
class PublicationEntries {
    private final StaffPseudonyms pseudonyms;

    PublicationEntries(StaffPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Entry of(Approved approved) {
        var version = approved.version();
        var origin = approved.origin();
        return Entry.of(
                Map.of(
                        "form",
                        1,
                        "kind",
                        "policy-published",
                        "at",
                        origin.publishedAt().toString(),
                        "policyVersion",
                        version.number(),
                        "policyHash",
                        version.policy().hash(),
                        "inForceFrom",
                        version.inForceFrom().toString(),
                        "difference",
                        origin.difference().stream()
                                .map(change ->
                                        Map.of("direction", change.direction().name(), "words", change.words()))
                                .toList()),
                Map.of(
                        "author",
                        pseudonyms.of(origin.author().id()),
                        "authorReasons",
                        origin.authorReasons(),
                        "approver",
                        pseudonyms.of(origin.approver().id()),
                        "reasons",
                        origin.approverReasons()));
    }
}
