package org.narrowgate.policy;

import static org.narrowgate.policy.RefusalReason.PURPOSE_NOT_GRANTED;

import java.util.Optional;
import org.narrowgate.policy.Decision.Refuse;

/**
 * A purpose that an agency asks for and may not: nothing else about the request is looked at.
 *
 * @param agreement the agency's; empty where it has none
 * @param lineage empty where there is no such purpose
 */
record NoGrant(AgencyId agency, PurposeId purpose, Optional<Agreement> agreement, Optional<Lineage> lineage) {
    Refuse refusal() {
        return new Refuse(
                PURPOSE_NOT_GRANTED,
                clause(),
                "Ask for a purpose that is among your entitlements, with its scope in the token.");
    }

    Requirement requirement() {
        return Requirements.notGranted(clause(), why());
    }

    private String clause() {
        return prohibition()
                .or(() -> agreement.map(held -> held.clauses().purposes()))
                .orElse(StatutoryCeiling.POWER_TO_SHARE);
    }

    private String why() {
        if (prohibition().isPresent()) {
            return "`" + purpose + "` is prohibited to the agency";
        }
        return agreement.flatMap(held -> held.grantOf(purpose)).isEmpty()
                ? "no agreement gives the agency `" + purpose + "`"
                : "the client or the token that asked does not carry `" + purpose + "`";
    }

    private Optional<String> prohibition() {
        return lineage.flatMap(purposes -> purposes.prohibitionOf(agency));
    }
}
