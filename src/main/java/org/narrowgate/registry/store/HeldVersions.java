package org.narrowgate.registry.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.subject.NhsNumber;

/** Whether people are still held as they were found, asked within somebody else's transaction. */
public final class HeldVersions {
    private static final String CHANGED = """
            SELECT found.number FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS found (number, person, version)
            WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = found.person AND p.xmin::text::bigint = found.version)
            UNION
            SELECT known.number FROM unnest(?::int[], ?::text[]) AS known (number, digits)
            JOIN person p ON p.superseded_by = known.digits
            WHERE NOT EXISTS (SELECT FROM unnest(?::int[], ?::text[]) AS others (number, digits)
              WHERE others.number = known.number AND others.digits = p.nhs_number)
            """;

    private HeldVersions() {}

    /**
     * Somebody as they were found.
     *
     * @param numbers every number that led to them; none where that does not matter
     */
    public record Held(RecordVersion version, Set<NhsNumber> numbers) {
        public Held {
            numbers = Set.copyOf(numbers);
        }
    }

    /** Which of these, by their places, are not held as they were: changed, gone, or with another number leading there. */
    public static Set<Integer> changed(Connection connection, List<Held> found) throws SQLException {
        var places = new ArrayList<Integer>();
        var persons = new ArrayList<Long>();
        var versions = new ArrayList<Long>();
        var placesOfNumbers = new ArrayList<Integer>();
        var numbers = new ArrayList<String>();
        for (int place = 0; place < found.size(); place++) {
            var held = found.get(place);
            places.add(place);
            persons.add(held.version().person().value());
            versions.add(held.version().number());
            for (var number : held.numbers()) {
                placesOfNumbers.add(place);
                numbers.add(number.digits());
            }
        }
        try (var statement = connection.prepareStatement(CHANGED)) {
            statement.setArray(1, connection.createArrayOf("int4", places.toArray()));
            statement.setArray(2, connection.createArrayOf("int8", persons.toArray()));
            statement.setArray(3, connection.createArrayOf("int8", versions.toArray()));
            statement.setArray(4, connection.createArrayOf("int4", placesOfNumbers.toArray()));
            statement.setArray(5, connection.createArrayOf("text", numbers.toArray()));
            statement.setArray(6, connection.createArrayOf("int4", placesOfNumbers.toArray()));
            statement.setArray(7, connection.createArrayOf("text", numbers.toArray()));
            var changed = new HashSet<Integer>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    changed.add(row.getInt(1));
                }
            }
            return changed;
        }
    }
}
