package org.narrowgate.registry.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.PopulationSink;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.RegistryUnavailableException;
import org.postgresql.PGConnection;

/** Writes a population into PostgreSQL with COPY, a transaction a batch. One at a time in a database. */
public final class CopiedPopulation implements PopulationSink {
    /** Any number, always the same: whoever holds this advisory lock is writing the registry. */
    private static final long WRITING_THE_REGISTRY = 0x4e67_5265_6769L;

    private final Connection connection;
    private final PracticeRows practices;
    private final Set<String> knownPractices = new HashSet<>();

    private CopiedPopulation(Connection connection) {
        this.connection = connection;
        this.practices = new PracticeRows(connection);
    }

    public static CopiedPopulation open(DataSource database) {
        try {
            var connection = database.getConnection();
            if (!Sql.isTrue(connection, "SELECT pg_try_advisory_lock(" + WRITING_THE_REGISTRY + ")")) {
                connection.close();
                throw RegistryUnavailableException.busy();
            }
            connection.setAutoCommit(false);
            return new CopiedPopulation(connection);
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }

    /** Whether nobody is held. */
    public static boolean isEmpty(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return !Sql.isTrue(connection, "SELECT EXISTS (SELECT FROM person)");
        }
    }

    @Override
    public Tally addPractices(List<PracticeRecord> added) {
        return committed(() -> practices.upsert(added));
    }

    @Override
    public Tally addPeople(List<PersonRecord> people) {
        var codes = people.stream()
                .flatMap(person -> person.registrations().stream())
                .map(PersonRecord.Registration::odsCode)
                .filter(code -> !knownPractices.contains(code))
                .distinct()
                .toList();
        var tally = committed(() -> {
            practices.insertUnknown(codes);
            return write(people);
        });
        knownPractices.addAll(codes);
        return tally;
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            // Without fresh statistics the planner would scan tables it believes to be empty.
            Sql.execute(connection, "ANALYZE general_practice, person, person_name, person_address, registration");
            Sql.execute(connection, "SELECT pg_advisory_unlock(" + WRITING_THE_REGISTRY + ")");
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }

    private Tally write(List<PersonRecord> people) throws SQLException {
        var held = heldAlready(people);
        var fresh = new ArrayList<Written>();
        var changed = new ArrayList<Written>();
        var ids = reserveIds(people.size() - held.size()).iterator();
        for (var person : people) {
            var hash = PersonRows.contentHash(person);
            var before = held.get(person.nhsNumber().digits());
            if (before == null) {
                fresh.add(new Written(ids.next(), person, hash));
            } else if (!Arrays.equals(before.contentHash(), hash)) {
                changed.add(new Written(before.id(), person, hash));
            }
        }
        update(changed);
        copyPeople(fresh);
        var all = new ArrayList<>(fresh);
        all.addAll(changed);
        copyParts(all);
        return new Tally(fresh.size(), changed.size(), people.size() - fresh.size() - changed.size());
    }

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    private record Written(long id, PersonRecord person, byte[] contentHash) {}

    @SuppressWarnings("ArrayRecordComponent") // its bytes are compared as such
    private record Held(long id, byte[] contentHash) {}

    private Map<String, Held> heldAlready(List<PersonRecord> people) throws SQLException {
        var numbers = people.stream().map(person -> person.nhsNumber().digits()).toArray();
        try (var query = connection.prepareStatement(
                "SELECT nhs_number, id, content_hash FROM person WHERE nhs_number = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("text", numbers));
            var held = new HashMap<String, Held>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    held.put(rows.getString(1), new Held(rows.getLong(2), rows.getBytes(3)));
                }
            }
            return held;
        }
    }

    private List<Long> reserveIds(int count) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT nextval(pg_get_serial_sequence('person', 'id')) FROM generate_series(1, ?)")) {
            query.setInt(1, count);
            var ids = new ArrayList<Long>(count);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private void update(Collection<Written> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        var ids = connection.createArrayOf(
                "bigint", changed.stream().map(Written::id).toArray());
        for (var table : List.of("person_name", "person_address", "registration")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE person_id = ANY (?)", ids);
        }
        try (var update = connection.prepareStatement("""
                UPDATE person SET birth_date = ?, gender = ?, deceased = ?, deceased_on = ?, protection = ?,
                  superseded_by = ?, invalidated = ?, content_hash = ? WHERE id = ?
                """)) {
            for (var written : changed) {
                var person = written.person();
                update.setString(1, person.birthDate().map(date -> date.iso()).orElse(null));
                update.setString(2, person.gender().map(Enum::name).orElse(null));
                update.setBoolean(3, person.death().isPresent());
                update.setString(4, PersonRows.deceasedOn(person).orElse(null));
                update.setString(5, person.protection().code());
                update.setString(6, PersonRows.supersededBy(person).orElse(null));
                update.setBoolean(7, PersonRows.isInvalidated(person));
                update.setBytes(8, written.contentHash());
                update.setLong(9, written.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void copyPeople(Collection<Written> people) throws SQLException {
        var rows = new CopyRows();
        people.forEach(written -> PersonRows.person(rows, written.id(), written.person(), written.contentHash()));
        copy("person", PersonRows.PERSON_COLUMNS, rows);
    }

    private void copyParts(Collection<Written> people) throws SQLException {
        var names = new CopyRows();
        var homes = new CopyRows();
        var registrations = new CopyRows();
        for (var written : people) {
            PersonRows.names(names, written.id(), written.person());
            PersonRows.homes(homes, written.id(), written.person());
            PersonRows.registrations(registrations, written.id(), written.person());
        }
        copy("person_name", PersonRows.NAME_COLUMNS, names);
        copy("person_address", PersonRows.ADDRESS_COLUMNS, homes);
        copy("registration", PersonRows.REGISTRATION_COLUMNS, registrations);
    }

    private void copy(String table, String columns, CopyRows rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table + " (" + columns + ") FROM STDIN",
                            new ByteArrayInputStream(rows.toBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to the database broke", e);
        }
    }

    private interface Writing {
        Tally run() throws SQLException;
    }

    private Tally committed(Writing writing) {
        try {
            var tally = writing.run();
            connection.commit();
            return tally;
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }
}
