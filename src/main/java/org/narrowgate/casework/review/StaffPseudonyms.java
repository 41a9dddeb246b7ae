package org.narrowgate.casework.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.disclosure.DisclosureService;

/** Staff as the log names them. */
@ApplicationScoped
public class StaffPseudonyms {
    private final DisclosureService disclosures;

    StaffPseudonyms(DisclosureService disclosures) {
        this.disclosures = disclosures;
    }

    public String of(String staffId) {
        return disclosures.staffPseudonym(staffId);
    }

    /** What was said, with who said it. */
    public Map<String, Object> signed(Staff staff, Map<String, ?> words) {
        var signed = new HashMap<String, Object>(words);
        signed.put("by", of(staff.id()));
        return signed;
    }
}
