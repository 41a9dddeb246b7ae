package org.narrowgate.web.console.log;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Purpose;

/** What agencies and purposes are called, and were called when an entry was written: by policy versions, read once. */
@ApplicationScoped
class PublishedNames {
    private static final Logger LOG = Logger.getLogger(PublishedNames.class);

    private final PolicyVersions versions;
    private final Map<Integer, Names> known = new ConcurrentHashMap<>();

    PublishedNames(PolicyVersions versions) {
        this.versions = versions;
    }

    /** Names by ids. */
    record Names(Map<String, String> agencies, Map<String, String> purposes) {
        static final Names NONE = new Names(Map.of(), Map.of());

        Names {
            agencies = Map.copyOf(agencies);
            purposes = Map.copyOf(purposes);
        }

        String agency(String id) {
            return agencies.getOrDefault(id, id);
        }

        String purpose(String id) {
            return purposes.getOrDefault(id, id);
        }

        private static Names of(PolicyVersion version) {
            var document = version.policy().document();
            return new Names(
                    document.agencies().stream()
                            .collect(toUnmodifiableMap(agency -> agency.id().value(), Agency::name)),
                    document.purposes().stream()
                            .collect(toUnmodifiableMap(purpose -> purpose.id().value(), Purpose::title)));
        }
    }

    /** As the newest version that has a name writes it, of every version there is. */
    Names everGiven() {
        var agencies = new TreeMap<String, String>();
        var purposes = new TreeMap<String, String>();
        var newest = versions.published().map(PolicyVersions.Published::newest).orElse(0);
        for (int number = 1; number <= newest; number++) {
            var names = of(number);
            agencies.putAll(names.agencies());
            purposes.putAll(names.purposes());
        }
        return new Names(agencies, purposes);
    }

    /** As a version wrote it; none where there is no such version, or it is not what was published. */
    Names of(int version) {
        var names = known.get(version);
        return names == null ? read(version) : names;
    }

    private Names read(int number) {
        try {
            var names = versions.version(number).map(Names::of);
            names.ifPresent(read -> known.put(number, read));
            return names.orElse(Names.NONE);
        } catch (IllegalStateException e) {
            // Ids stand in for names: the log can still be searched while a version has to be looked into.
            LOG.warnf("policyVersion=%d cannot be read for its names", number);
            return Names.NONE;
        }
    }
}
