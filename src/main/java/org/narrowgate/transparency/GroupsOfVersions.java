package org.narrowgate.transparency;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.Map;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.PolicyVersions;

/** The groups as published policy versions give them; each version is read once. Not safe for several threads. */
final class GroupsOfVersions implements AgencyGroups {
    private final PolicyVersions versions;
    private final Map<Integer, Map<String, AgencyGroup>> known = new HashMap<>();

    GroupsOfVersions(PolicyVersions versions) {
        this.versions = versions;
    }

    @Override
    public AgencyGroup groupOf(String agency, int policyVersion) {
        return known.computeIfAbsent(policyVersion, this::read).getOrDefault(agency, AgencyGroup.OTHERS);
    }

    private Map<String, AgencyGroup> read(int policyVersion) {
        return versions.version(policyVersion)
                .map(version -> version.policy().document().agencies().stream()
                        .collect(toUnmodifiableMap(agency -> agency.id().value(), Agency::group)))
                .orElseGet(Map::of);
    }
}
