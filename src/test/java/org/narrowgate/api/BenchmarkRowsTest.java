package org.narrowgate.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.counterFraud;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The benchmark's other contestants write what this file says: it has to be what we write. */
@QuarkusTest
class BenchmarkRowsTest {
    private static final Path ROWS = Path.of("src", "bench", "contestants", "rows.json");
    private static final String PEOPLE = "'person', 'person_name', 'person_address', 'registration'";

    private final BehindTheDoor behind = new BehindTheDoor();

    @Test
    void aTracedRequestWritesTheRowsAndColumnsThatTheBenchmarkDescribes() throws IOException {
        // Given
        behind.holdTheCast();
        var before = rows();
        // When
        Door.node(Door.answer(
                Door.as("counter-fraud")
                        .header("X-Request-ID", UUID.randomUUID().toString()),
                "mutation($input: TraceInput!) { requestTrace(input: $input) " + Door.request(Door.PERSON) + " }",
                Map.of("input", counterFraud(numbered("9000000009")))));
        // Then
        assertThat(filledColumns(before, rows())).isEqualTo(described());
    }

    /** Of each table, every row as JSON without what is null. */
    private Map<String, Set<String>> rows() {
        return behind
                .rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                        + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname NOT IN (" + PEOPLE + ")")
                .stream()
                .map(List::getFirst)
                .collect(toMap(table -> table, this::rowsOf));
    }

    private Set<String> rowsOf(String table) {
        var rows = new HashSet<String>();
        behind.rows("SELECT jsonb_strip_nulls(to_jsonb(t))::text FROM " + table + " t")
                .forEach(row -> rows.add(row.getFirst()));
        return rows;
    }

    /** Of each table, the columns of each row that is new, or other than it was. */
    private static Map<String, List<Set<String>>> filledColumns(
            Map<String, Set<String>> before, Map<String, Set<String>> after) {
        var filled = new TreeMap<String, List<Set<String>>>();
        after.forEach((table, rows) -> rows.stream()
                .filter(row -> !before.getOrDefault(table, Set.of()).contains(row))
                .map(row -> names(Door.json(row)))
                .forEach(columns ->
                        filled.computeIfAbsent(table, _ -> new ArrayList<>()).add(columns)));
        return filled;
    }

    /** One row in each table. */
    private static Map<String, List<Set<String>>> described() throws IOException {
        var described = new TreeMap<String, List<Set<String>>>();
        Door.json(Files.readString(ROWS))
                .get("tables")
                .properties()
                .forEach(table -> described.put(table.getKey(), List.of(names(table.getValue()))));
        return described;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
