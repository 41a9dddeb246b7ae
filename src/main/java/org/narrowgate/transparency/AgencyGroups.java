package org.narrowgate.transparency;

import org.narrowgate.policy.AgencyGroup;

/** Into which column an agency's requests are counted. */
interface AgencyGroups {
    /** Its group under the policy version an entry names; {@code OTHERS} where that version does not know it. */
    AgencyGroup groupOf(String agency, int policyVersion);
}
