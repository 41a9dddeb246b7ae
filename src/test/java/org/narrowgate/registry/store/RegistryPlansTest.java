package org.narrowgate.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.registry.store.Residents.byDetails;
import static org.narrowgate.registry.store.Residents.byNumber;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.synthetic.SyntheticPopulation;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.Subject;

/** How PostgreSQL goes about every search and read, in a registry of twenty thousand people. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryPlansTest {
    private static final String ELEANOR = "9000000009";
    private static final int PEOPLE = 20_000;

    private final DataSource database;
    private final Residents residents;
    private final PopulationService population;
    private boolean filled;

    @Inject
    RegistryPlansTest(DataSource database, PopulationService population) {
        this.database = database;
        this.population = population;
        residents = new Residents(database);
    }

    @BeforeEach
    void fillOnce() throws SQLException {
        if (!filled) {
            residents.remove();
            population.load(new SyntheticPopulation(PEOPLE, 1), made -> {});
            filled = true;
        }
    }

    static Stream<Subject> subjects() {
        var subjects = new ArrayList<Subject>();
        subjects.add(byNumber(ELEANOR));
        subjects.add(byNumber(ELEANOR, "1984-03-07"));
        for (int given = 1; given < 8; given++) {
            subjects.add(byDetails(
                    "Hartfield",
                    "1984-03-07",
                    (given & 1) > 0 ? "Eleanor" : null,
                    (given & 2) > 0 ? Gender.FEMALE : null,
                    (given & 4) > 0 ? "LS7 4RH" : null));
        }
        return subjects.stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void searchesByIndexOnly(Subject subject) throws SQLException {
        // Given
        SentStatements.forget();
        // When
        residents.search(subject, Deceased.INCLUDED);
        // Then
        assertThat(plansOf(SentStatements.all())).isNotEmpty().allSatisfy(RegistryPlansTest::scansNoTable);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void readsByIndexOnly(Field field) throws SQLException {
        // Given
        var key = residents.keyOf(ELEANOR);
        SentStatements.forget();
        // When
        residents.read(key, Set.of(field));
        // Then
        assertThat(plansOf(SentStatements.all())).isNotEmpty().allSatisfy(RegistryPlansTest::scansNoTable);
    }

    @ParameterizedTest
    @EnumSource(Deceased.class)
    void revisitsAndReadsAllByIndexOnly(Deceased deceased) throws SQLException {
        // Given
        var key = residents.keyOf(ELEANOR);
        SentStatements.forget();
        // When
        residents.revisit(key, EnumSet.of(SearchArgument.POSTCODE), deceased);
        residents.read(key, EnumSet.allOf(Field.class));
        // Then
        assertThat(plansOf(SentStatements.all())).hasSize(4).allSatisfy(RegistryPlansTest::scansNoTable);
    }

    private static void scansNoTable(String plan) {
        assertThat(plan).doesNotContain("Seq Scan").containsPattern("Index (Only )?Scan|Bitmap Index Scan");
    }

    private List<String> plansOf(List<String> statements) throws SQLException {
        var plans = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sent : statements) {
                plans.add(explain(statement, sent));
            }
        }
        return plans;
    }

    /** For any arguments, as the server plans a prepared statement once it is used often. */
    private static String explain(Statement statement, String sent) throws SQLException {
        var numbered = new StringBuilder();
        int parameters = 0;
        for (int i = 0; i < sent.length(); i++) {
            numbered.append(sent.charAt(i) == '?' ? "$" + ++parameters : String.valueOf(sent.charAt(i)));
        }
        statement.execute("SET plan_cache_mode = force_generic_plan");
        statement.execute("PREPARE sent AS " + numbered);
        var arguments = parameters == 0 ? "" : "(" + String.join(", ", Collections.nCopies(parameters, "NULL")) + ")";
        try (var rows = statement.executeQuery("EXPLAIN EXECUTE sent" + arguments)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } finally {
            statement.execute("DEALLOCATE sent");
            statement.execute("RESET plan_cache_mode");
        }
    }
}
