package org.narrowgate.rights.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.review.StaffPseudonyms;
import org.narrowgate.ledger.Entry;

/** How the disclosure log writes what is done about an embargo: what for ever, by whom and why apart from it. */
@ApplicationScoped
class EmbargoEntries {
    private static final String KIND = "embargo-";

    private final StaffPseudonyms pseudonyms;

    EmbargoEntries(StaffPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Entry entry(CaseFile file, EmbargoMove move, String reason, Moment moment) {
        var circumstances = new HashMap<String, Object>();
        circumstances.put("form", 1);
        circumstances.put("kind", KIND + move.word());
        circumstances.put("at", moment.now().toString());
        circumstances.put("request", file.id().toString());
        circumstances.put("agency", file.agency().value());
        // As a step of the request has it: a purpose that the policy does not know is anybody's text.
        moment.policy()
                .policy()
                .purpose(file.purpose())
                .ifPresent(known -> circumstances.put("purpose", known.id().value()));
        move.until().ifPresent(day -> circumstances.put("until", day.toString()));
        move.reviewBy().ifPresent(day -> circumstances.put("reviewBy", day.toString()));
        circumstances.put("policyVersion", moment.policy().number());
        circumstances.put("policyHash", moment.policy().policy().hash());
        var particulars = new HashMap<String, Object>();
        particulars.put("caseReference", file.caseReference());
        // What is refused or ended of an erased request would outlast its erasure.
        particulars.put("reason", file.handling().erasedAt().isPresent() ? CaseFile.ERASED : reason);
        move.by().ifPresent(member -> particulars.put("by", pseudonyms.of(member.id())));
        move.proposedBy().ifPresent(member -> particulars.put("proposedBy", pseudonyms.of(member.id())));
        return Entry.of(circumstances, particulars);
    }
}
