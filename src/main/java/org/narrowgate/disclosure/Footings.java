package org.narrowgate.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.narrowgate.registry.store.HeldVersions;
import org.narrowgate.registry.store.HeldVersions.Held;

/** Whether what findings rest on is still so, asked within the append that writes them down. */
@ApplicationScoped
public class Footings {
    private final Restrictions restrictions;

    public Footings(Restrictions restrictions) {
        this.restrictions = restrictions;
    }

    /** Those that no longer hold: each of their findings is to be made anew. Two statements, however many there are. */
    public Set<Footing> lost(Connection connection, List<Footing> footings) throws SQLException {
        if (footings.isEmpty()) {
            return Set.of();
        }
        var places = new HashSet<>(HeldVersions.changed(
                connection,
                footings.stream()
                        .map(footing -> new Held(footing.version(), footing.numbers()))
                        .toList()));
        var yielding = IntStream.range(0, footings.size())
                .filter(place -> !footings.get(place).yieldsTo().isEmpty())
                .boxed()
                .toList();
        if (!yielding.isEmpty()) {
            restrictions
                    .heldBack(connection, yielding.stream().map(footings::get).toList())
                    .stream()
                    .map(yielding::get)
                    .forEach(places::add);
        }
        var lost = new HashSet<Footing>();
        places.forEach(place -> lost.add(footings.get(place)));
        return lost;
    }
}
