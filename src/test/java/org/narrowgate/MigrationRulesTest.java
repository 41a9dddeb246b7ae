package org.narrowgate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replicas of two releases serve while tables are upgraded. So a migration takes nothing away that the release before it
 * uses: it expands, and what is no longer used goes one release later, in a migration that says so.
 */
class MigrationRulesTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern NAME = Pattern.compile("V([0-9._]+?)__.*\\.sql");
    private static final Pattern CONTRACTING = Pattern.compile(
            "\\bDROP\\s+(COLUMN|TABLE|FUNCTION|VIEW|TYPE|SCHEMA)|\\bRENAME\\s+(TO|COLUMN)|\\bALTER\\s+COLUMN\\b[^;]*\\b(TYPE|SET NOT NULL)"
                    + "|\\bTRUNCATE\\b|\\bADD\\s+COLUMN\\b(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT NULL",
            Pattern.CASE_INSENSITIVE);
    // The version of the tables that the release before already did without what goes.
    private static final Pattern SAYS_SO =
            Pattern.compile("^-- contracts: unused since V([0-9.]+)$", Pattern.MULTILINE);
    // Nothing was released before: what is up to here was rewritten and renamed as it came.
    private static final SchemaVersion FIRST_RELEASE = SchemaVersion.of("18.3");

    @Test
    void theApplicationNeedsTheNewestMigration() throws IOException {
        assertThat(migrations().keySet().stream().max(SchemaVersion::compareTo)).contains(SchemaReadiness.NEEDED);
    }

    @Test
    void noMigrationTakesAwayWhatTheReleaseBeforeItUses() throws IOException {
        assertThat(migrations().entrySet().stream()
                        .filter(migration -> migration.getKey().compareTo(FIRST_RELEASE) > 0)
                        .filter(migration -> isAgainstTheRule(migration.getKey(), migration.getValue()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE person DROP COLUMN gender;|true",
                "ALTER TABLE person RENAME COLUMN gender TO sex;|true",
                "ALTER TABLE person ALTER COLUMN id TYPE text;|true",
                "ALTER TABLE person ADD COLUMN sex text NOT NULL;|true",
                "DROP FUNCTION erase_particulars(bigint);|true",
                "-- contracts: unused since V19\\nALTER TABLE person DROP COLUMN gender;|false",
                "-- contracts: unused since V20\\nALTER TABLE person DROP COLUMN gender;|true",
                "ALTER TABLE person ADD COLUMN sex text;|false",
                "ALTER TABLE person ADD COLUMN sex text NOT NULL DEFAULT '';|false",
                "CREATE TABLE more (id bigint NOT NULL);|false",
                "DROP INDEX person_superseded_by;|false"
            })
    void aContractionIsRecognised(String migration, boolean against) {
        assertThat(isAgainstTheRule(SchemaVersion.of("20"), migration.replace("\\n", "\n")))
                .isEqualTo(against);
    }

    @Test
    void versionsAreInTheOrderOfTheirNumbers() {
        // Given
        var versions = new ArrayList<>(List.of("18.10", "9", "18", "18.2", "19").stream()
                .map(SchemaVersion::of)
                .toList());
        // When
        versions.sort(SchemaVersion::compareTo);
        // Then
        assertThat(versions).extracting(SchemaVersion::toString).containsExactly("9", "18", "18.2", "18.10", "19");
        assertThat(SchemaVersion.of("18").compareTo(SchemaVersion.of("18.0"))).isZero();
    }

    private static boolean isAgainstTheRule(SchemaVersion version, String migration) {
        var said = SAYS_SO.matcher(migration);
        boolean unused = said.find() && SchemaVersion.of(said.group(1)).compareTo(version) < 0;
        return !unused && CONTRACTING.matcher(migration).find();
    }

    private static Map<SchemaVersion, String> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .collect(toMap(
                            named -> SchemaVersion.of(named.group(1)),
                            named -> read(MIGRATIONS.resolve(named.group()))));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
