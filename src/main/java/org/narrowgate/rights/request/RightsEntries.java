package org.narrowgate.rights.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.review.StaffPseudonyms;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Erasure.Extent.OfEntries;
import org.narrowgate.policy.PolicyVersion;

/** How the disclosure log writes what becomes of cases: what for ever, of whom and why apart from it. */
@ApplicationScoped
class RightsEntries {
    private final StaffPseudonyms pseudonyms;

    RightsEntries(StaffPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What was done. */
    enum Kind {
        ASKED("rights-asked"),
        VIEWED("rights-viewed"),
        EXTENDED("rights-extended"),
        DECIDED("rights-decided"),
        LIFTED("rights-lifted"),
        WITHDRAWN("rights-withdrawn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** What the person did. */
    Entry ofPerson(Kind kind, RightsCase file, PolicyVersion version, Instant at) {
        return Entry.of(
                circumstances(kind, file, version, at),
                kind == Kind.ASKED
                        ? Map.of("subject", file.subject(), "words", file.words())
                        : Map.of("subject", file.subject()));
    }

    /** What a caseworker did, and told the person. */
    Entry ofStaff(
            Kind kind, RightsCase file, Staff staff, Map<String, String> said, PolicyVersion version, Instant at) {
        var particulars = new LinkedHashMap<String, Object>(said);
        particulars.put("subject", file.subject());
        particulars.put("by", pseudonyms.of(staff.id()));
        return Entry.of(circumstances(kind, file, version, at), particulars);
    }

    /** That a case has been kept for as long as cases are. */
    Entry ofErasure(RightsCase file, List<Long> entries, Instant at) {
        var circumstances = new LinkedHashMap<String, Object>();
        circumstances.put("form", 1);
        circumstances.put("kind", Erasure.KIND);
        circumstances.put("at", at.toString());
        circumstances.put("case", file.id().toString());
        circumstances.putAll(new Erasure(new OfEntries(entries), Erasure.Reason.RETENTION).words());
        return Entry.of(circumstances, Map.of());
    }

    private static Map<String, Object> circumstances(Kind kind, RightsCase file, PolicyVersion version, Instant at) {
        var circumstances = new LinkedHashMap<String, Object>();
        circumstances.put("form", 1);
        circumstances.put("kind", kind.word);
        circumstances.put("at", at.toString());
        circumstances.put("case", file.id().toString());
        circumstances.put("asked", file.asked().kind().word());
        circumstances.put("state", StateWord.of(file.state()).word());
        circumstances.put("policyVersion", version.number());
        circumstances.put("policyHash", version.policy().hash());
        return circumstances;
    }
}
