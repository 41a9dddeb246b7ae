package org.narrowgate.policy;

import java.util.HashMap;
import java.util.Map;

/** What the agencies of two documents are called, by the later one where both know them. */
final class AgencyNames {
    private final Map<AgencyId, String> names = new HashMap<>();

    AgencyNames(PolicyDocument before, PolicyDocument after) {
        before.agencies().forEach(agency -> names.put(agency.id(), agency.name()));
        after.agencies().forEach(agency -> names.put(agency.id(), agency.name()));
    }

    String of(AgencyId agency) {
        return names.getOrDefault(agency, agency.value());
    }
}
