package org.narrowgate.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.store.CopiedPopulation;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryImportTest {
    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final MigratedDatabase database = new MigratedDatabase();

    private final PopulationService population = new PopulationService(database.asApplication(), STANDING);
    private final Followed followed = new Followed(new ArrayList<>());

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void holdNobody() throws SQLException {
        followed.rejects.clear();
        execute("DELETE FROM person");
        execute("DELETE FROM general_practice");
    }

    @Test
    void takesGoodLinesAndReportsBadOnesByNumberAndReason() throws IOException {
        // When
        var report = people(patient("9000000009", "Hartfield"), "", "Quillfeather?", patient("9000000000", "Nobody"));
        // Then
        assertThat(report).isEqualTo(new ImportReport(3, new Tally(1, 0, 0), 0, 2, Duration.ZERO));
        assertThat(followed.rejects)
                .containsExactly(
                        "3: not JSON: Quillfeather?",
                        "4: identifier[0] holds no valid NHS number: " + patient("9000000000", "Nobody"));
    }

    @Test
    void changesNothingWhenTheSameLinesAreTakenAgain() throws Exception {
        // Given
        people(patient("9000000009", "Hartfield"), patient("9000000025", "Coldbrook"));
        var before = rows();
        // When
        var report = people(patient("9000000009", "Hartfield"), patient("9000000025", "Coldbrook"));
        // Then
        assertThat(report).isEqualTo(new ImportReport(2, new Tally(0, 0, 2), 0, 0, Duration.ZERO));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void replacesAPersonWhoIsHeldAlreadyUnderTheSameKey() throws Exception {
        // Given
        people(patient("9000000009", "Hartfield"));
        var key = query("SELECT id FROM person");
        // When
        var report = people(patient("9000000009", "Coldbrook"));
        // Then
        assertThat(report.written()).isEqualTo(new Tally(0, 1, 0));
        assertThat(query("SELECT p.id, n.family FROM person p JOIN person_name n ON n.person_id = p.id"))
                .containsExactly(key.getFirst() + "|Coldbrook");
    }

    @Test
    void letsTheLastLineOfAPersonCount() throws Exception {
        // When
        var report = people(patient("9000000009", "Hartfield"), patient("9000000009", "Coldbrook"));
        // Then
        assertThat(report).isEqualTo(new ImportReport(2, new Tally(1, 0, 0), 1, 0, Duration.ZERO));
        assertThat(query("SELECT family FROM person_name")).containsExactly("Coldbrook");
    }

    @Test
    void keepsCharactersThatCopyWouldTakeForItsOwn() throws Exception {
        // When
        people(patient("9000000009", "\\\\N {\\\"a\\\\b\\\", NULL}"));
        // Then
        assertThat(query("SELECT family, given[1] FROM person_name"))
                .containsExactly("\\N {\"a\\b\", NULL}|NULL \\\",{}");
    }

    @Test
    void knowsAPracticeByItsCodeUntilItIsTold() throws Exception {
        // Given
        people(patient("9000000009", "Hartfield"));
        // When
        var report = population.importPractices(lines("""
                        {"resourceType":"Organization","identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"Z00001"}],"name":"Albion Park Surgery","address":[{"line":["20 Albion Park","Leeds"],"postalCode":"LS7 4QT"}],"partOf":{"identifier":{"value":"E54000901"}}}""", "{\"resourceType\":\"Organization\"}"), followed);
        // Then
        assertThat(report).isEqualTo(new ImportReport(2, new Tally(0, 1, 0), 0, 1, Duration.ZERO));
        assertThat(query("SELECT ods_code, name, area_code, postcode_key, premises_key FROM general_practice"))
                .containsExactly("Z00001|Albion Park Surgery|E54000901|ls74qt|20");
    }

    @Test
    void doesNotForgetAPracticeWhenPeopleComeAgain() throws Exception {
        // Given
        population.load(new SyntheticPopulation(1, 1), made -> {});
        // When
        people(patient("9000000025", "Coldbrook"));
        // Then
        assertThat(query("SELECT name FROM general_practice WHERE ods_code = 'Z00001'"))
                .containsExactly("Albion Park Surgery");
    }

    @Test
    void readsAFileWithAByteOrderMarkAndWindowsLineEnds() throws IOException {
        // When
        var report =
                people("\uFEFF" + patient("9000000009", "Hartfield") + "\r", patient("9000000025", "Coldbrook") + "\r");
        // Then
        assertThat(report).isEqualTo(new ImportReport(2, new Tally(2, 0, 0), 0, 0, Duration.ZERO));
    }

    @Test
    void runsOneAtATime() throws Exception {
        // Given
        try (var running = CopiedPopulation.open(database.asApplication())) {
            running.addPeople(List.of());
            // Then
            assertThatThrownBy(() -> people(patient("9000000009", "Hartfield")))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessage("another import or load is under way");
        }
    }

    @Test
    void saysNothingOfARowThatTheDatabaseRefused() throws Exception {
        // Given
        execute("ALTER TABLE person_name ADD CONSTRAINT refused CHECK (family <> 'Hartfield')");
        // Then
        try {
            assertThatThrownBy(() -> people(patient("9000000009", "Hartfield")))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessage("the database answered with SQL state 23514")
                    .cause()
                    .hasMessage("the database answered with SQL state 23514")
                    .hasNoCause();
        } finally {
            execute("ALTER TABLE person_name DROP CONSTRAINT refused");
        }
    }

    @Test
    void leavesFreshStatisticsBehind() throws Exception {
        // When
        population.load(new SyntheticPopulation(200, 1), made -> {});
        // Then
        assertThat(query("SELECT reltuples::int FROM pg_class WHERE relname = 'person'"))
                .containsExactly("200");
    }

    private ImportReport people(String... lines) throws IOException {
        return population.importPeople(lines(lines), followed);
    }

    private static ByteArrayInputStream lines(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8));
    }

    private static String patient(String nhsNumber, String family) {
        return """
                {"resourceType":"Patient","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}],\
                "meta":{"security":[{"code":"U"}]},"birthDate":"1984-03-07",\
                "name":[{"use":"usual","family":"%s","given":["NULL \\\\\\",{}"]}],\
                "address":[{"use":"home","line":["1 Elm Road"],"postalCode":"LS7 4RH"}],\
                "generalPractitioner":[{"identifier":{"value":"Z00001"}}]}""".formatted(nhsNumber, family);
    }

    private List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : List.of("person", "person_name", "person_address", "registration", "general_practice")) {
            rows.addAll(query("SELECT t::text, xmin FROM " + table + " t ORDER BY 1"));
        }
        return rows;
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    line.add(rows.getString(column));
                }
                lines.add(String.join("|", line));
            }
            return lines;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Followed(List<String> rejects) implements ImportListener {
        @Override
        public void rejected(long line, String reason, byte[] content) {
            rejects.add(line + ": " + reason + ": " + new String(content, UTF_8));
        }

        @Override
        public void progressed(long bytes) {}
    }
}
