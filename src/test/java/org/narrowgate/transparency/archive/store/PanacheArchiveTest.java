package org.narrowgate.transparency.archive.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.transparency.Archive;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.ArchivedYear.Column;
import org.narrowgate.transparency.archive.ArchiveService;
import org.narrowgate.transparency.archive.ArchivedRequest;
import org.narrowgate.transparency.archive.ArchivedRequests;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.Filling;
import org.narrowgate.transparency.archive.PublishedTotals;
import org.narrowgate.transparency.archive.SyntheticYear;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class PanacheArchiveTest {
    private final SyntheticYear made = new SyntheticYear(AssumedMix.assumed(), 2016);

    @Inject
    ArchiveService service;

    @Inject
    Archive archive;

    @Inject
    ArchivedRequests requests;

    @Inject
    DataSource database;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    @AfterEach
    void emptyTheArchive() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE archived_request");
        }
    }

    @Test
    void isNoYearUntilItIsFilled() {
        // When
        var read = readAll();
        // Then
        assertThat(archive.year()).isEmpty();
        assertThat(read).isEmpty();
    }

    @Test
    void givesBackEveryRequestAsItWasMadeInOrder() {
        // Given
        service.fillWhereEmpty(made);
        // When
        var read = readAll();
        // Then
        assertThat(read).isEqualTo(made.requests());
    }

    @Test
    void addsUpToWhatWasPublished() {
        // Given
        service.fillWhereEmpty(made);
        // When
        var year = archive.year().orElseThrow();
        // Then
        assertThat(year.columns()).hasSize(33);
        assertThat(year.columns().stream().map(Column::month).distinct())
                .containsExactlyElementsOf(PublishedTotals.months());
        assertThat(totals(year, AgencyGroup.HOME_OFFICE)).containsExactly(119L, 5_854L, 1_583L, 571L, 8_127L);
        assertThat(totals(year, AgencyGroup.POLICE)).containsExactly(0L, 73L, 0L, 266L, 339L);
        assertThat(totals(year, AgencyGroup.NATIONAL_CRIME_AGENCY)).containsExactly(0L, 574L, 0L, 2_129L, 2_703L);
    }

    @Test
    void saysWhatWasPublishedAndWhatIsMadeUp() {
        // Given
        service.fillWhereEmpty(made);
        // When
        var year = archive.year().orElseThrow();
        // Then
        assertThat(year.year()).isEqualTo(2016);
        assertThat(year.title()).isEqualTo("Requests received in 2016, January to November");
        assertThat(year.published()).contains("fewer than 120: 119, the most that allows, are shown");
        assertThat(year.madeUp()).contains("that mix is Narrowgate's assumption");
    }

    @Test
    void isFilledOnceByTwoAtTheSameTime() throws Exception {
        // Given
        Callable<Filling> fill = () -> service.fillWhereEmpty(made);
        List<Filling> fillings;
        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            var running = both.invokeAll(List.of(fill, fill));
            fillings = List.of(running.getFirst().get(), running.getLast().get());
        }
        // Then
        assertThat(fillings)
                .hasAtLeastOneElementOfType(Filling.Filled.class)
                .hasAtLeastOneElementOfType(Filling.FilledBefore.class);
        assertThat(readAll()).hasSize(11_169);
    }

    @Test
    void isKeptApartFromTheLogAndTheRequestsThatWereMade() {
        // Given
        var tables = List.of("ledger_entry", "ledger_particulars", "tracing_request", "purpose_use", "policy_version");
        var before = sizes(tables);
        // When
        service.fillWhereEmpty(made);
        // Then
        assertThat(sizes(tables)).isEqualTo(before);
    }

    @Test
    void cannotBeAlteredByTheApplication() {
        // Given
        service.fillWhereEmpty(made);
        // When, Then
        for (var sql : List.of(
                "UPDATE archived_request SET fate = 'unexplained'",
                "DELETE FROM archived_request",
                "TRUNCATE archived_request")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("permission denied for table archived_request");
        }
    }

    private List<ArchivedRequest> readAll() {
        var read = new ArrayList<ArchivedRequest>();
        requests.forEach(read::add);
        return read;
    }

    private static List<Long> totals(ArchivedYear year, AgencyGroup group) {
        List<ToLongFunction<Column>> rows = List.of(
                Column::rejected, Column::approvedTrace, Column::approvedNoTrace, Column::unexplained, Column::total);
        return rows.stream()
                .map(row -> year.columns().stream()
                        .filter(column -> column.group() == group)
                        .mapToLong(row)
                        .sum())
                .toList();
    }

    private Map<String, Long> sizes(List<String> tables) {
        return tables.stream().collect(toMap(Function.identity(), this::size));
    }

    private long size(String table) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
