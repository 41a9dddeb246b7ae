package org.narrowgate.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.registry.store.CopiedPopulation;
import org.narrowgate.registry.synthetic.SyntheticPopulation;

/** What no agency sees: who is held, and what the tables hold as their owner reads and changes them. */
@ApplicationScoped
public class BehindTheDoor {
    private final DataSource registry;
    private final PopulationService population;
    private final String url;
    private final String owner;
    private final String password;

    BehindTheDoor(
            DataSource registry,
            PopulationService population,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.registry = registry;
        this.population = population;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /** Whoever else other tests put there. */
    public void holdTheCast() {
        population.load(new SyntheticPopulation(200, 1), people -> {});
    }

    /** In place of what was held under this number before. */
    public void hold(PersonDraft person) {
        try (var people = CopiedPopulation.open(registry)) {
            people.addPeople(List.of(person.record()));
        }
    }

    /** While nobody else changes it. */
    public void protect(String nhsNumber, String code) {
        change("UPDATE person SET protection = ? WHERE nhs_number = ?", code, nhsNumber);
    }

    /** Every value as text; what is null says so. */
    public List<List<String>> rows(String query, Object... arguments) {
        return read(
                query,
                row -> {
                    var values = new ArrayList<String>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(String.valueOf(row.getString(column)));
                    }
                    return values;
                },
                arguments);
    }

    public byte[] bytes(String query, Object... arguments) {
        return read(query, row -> row.getBytes(1), arguments).getFirst();
    }

    public void change(String command, Object... arguments) {
        try (var connection = connect();
                var statement = prepare(connection, command, arguments)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many entries the log has; the next one's index, for it is dense. */
    public long entries() {
        return Long.parseLong(
                rows("SELECT count(*) FROM ledger_entry").getFirst().getFirst());
    }

    /** Of every entry from this one on. */
    public List<JsonNode> circumstancesFrom(long index) {
        return LongStream.range(index, entries()).mapToObj(this::circumstances).toList();
    }

    public JsonNode circumstances(long index) {
        return part("SELECT circumstances FROM ledger_entry WHERE index = ?", index);
    }

    public JsonNode particulars(long index) {
        return part("SELECT particulars FROM ledger_particulars WHERE index = ?", index);
    }

    private JsonNode part(String query, long index) {
        return Door.json(new String(bytes(query, index), StandardCharsets.UTF_8));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, Reading<T> reading, Object... arguments) {
        try (var connection = connect();
                var statement = prepare(connection, query, arguments);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
