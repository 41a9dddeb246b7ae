package org.narrowgate.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.store.CopiedPopulation;
import org.narrowgate.registry.synthetic.SyntheticPopulation;
import org.postgresql.ds.PGSimpleDataSource;

/** What no agency sees: who is held, and what the tables hold as their owner reads and changes them. */
public final class BehindTheDoor {
    private final DataSource registry;
    private final DataSource tables;

    /** Behind the application that is tested now, in this process or beside it. */
    public BehindTheDoor() {
        registry = asApplication();
        tables = as("quarkus.flyway");
    }

    /** Connections as the role that the application works as. */
    public static DataSource asApplication() {
        return as("quarkus.datasource");
    }

    /** Whoever else other tests put there. */
    public void holdTheCast() {
        try (var people = CopiedPopulation.open(registry)) {
            new SyntheticPopulation(200, 1).writeTo(people, progress -> {});
        }
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
        return tables.getConnection();
    }

    private static DataSource as(String role) {
        var settings = ConfigProvider.getConfig();
        var source = new PGSimpleDataSource();
        source.setUrl(settings.getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser(settings.getValue(role + ".username", String.class));
        source.setPassword(settings.getValue(role + ".password", String.class));
        return source;
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
