package org.narrowgate.policy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.narrowgate.policy.Stoppable.OfAgency;
import org.narrowgate.policy.Stoppable.OfAgreement;
import org.narrowgate.policy.Stoppable.OfPurpose;

/**
 * What is stopped until two people start it again, whatever version is in force.
 *
 * @param mark number of the latest stop or resumption; 0 before the first
 * @param stopped what is, with the number of the stop that holds it
 */
public record Stops(long mark, Map<Stoppable, Long> stopped) {
    public static final Stops NONE = new Stops(0, Map.of());

    public Stops {
        stopped = Map.copyOf(stopped);
    }

    /** The number of the stop that holds this very thing; empty where none does. */
    public OptionalLong stopOf(Stoppable thing) {
        return Stream.ofNullable(stopped.get(thing)).mapToLong(Long::longValue).findFirst();
    }

    /** What keeps an agency from asking for a purpose under its agreement; empty where nothing does. */
    Optional<Stoppable> holding(Agreement agreement, Lineage lineage) {
        return Stream.concat(whole(agreement), lineage.purposes().stream().map(purpose -> new OfPurpose(purpose.id())))
                .filter(stopped::containsKey)
                .findFirst();
    }

    /** What keeps an agency from asking for anything under its agreement; empty where nothing does. */
    Optional<Stoppable> holding(Agreement agreement) {
        return whole(agreement).filter(stopped::containsKey).findFirst();
    }

    private static Stream<Stoppable> whole(Agreement agreement) {
        return Stream.of(new OfAgreement(agreement.id()), new OfAgency(agreement.agency()));
    }
}
