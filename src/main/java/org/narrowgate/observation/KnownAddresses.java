package org.narrowgate.observation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;

/**
 * Keeps on the metrics of HTTP the addresses that are ours. Quarkus puts there whatever address was asked for where it was
 * turned away before its template was found, which anybody can do with any text, without a token.
 */
final class KnownAddresses implements MeterFilter {
    private static final String ADDRESS = "uri";
    private static final Set<String> OURS = Set.of("/graphql", "NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    private KnownAddresses() {}

    @Produces
    @Singleton
    static MeterFilter filter() {
        return new KnownAddresses();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("http.server.requests") || isOurs(id)) {
            return id;
        }
        return id.replaceTags(id.getTags().stream()
                .map(tag -> tag.getKey().equals(ADDRESS) ? Tag.of(ADDRESS, "OTHER") : tag)
                .toList());
    }

    // What succeeded was served under an address that there is, a template where it takes an argument; of what did not,
    // a
    // template cannot be told from an address with braces in it.
    private static boolean isOurs(Meter.Id id) {
        var address = Objects.requireNonNullElse(id.getTag(ADDRESS), "UNKNOWN");
        return OURS.contains(address) || "SUCCESS".equals(id.getTag("outcome"));
    }
}
